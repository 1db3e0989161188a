/** What a save is made from: nothing yet, or a revision of the page. */
export type Base =
	| { readonly kind: 'new' }
	| {
			readonly kind: 'page';
			readonly title: string;
			readonly revid: number;
			readonly text: string;
			/** Whether the applicant began the page. An application of anyone else is replaced, not changed. */
			readonly mine: boolean;
	  };
