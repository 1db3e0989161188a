/** What `form/lazy.ts` describes as `OwnModule`. */
export { offerAnswers } from './own/offerAnswers.ts';
export { showOwn } from './own/showOwn.ts';
