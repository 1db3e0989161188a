/**
 * Words in a section's heading that ask to take part, by language: whole words, lower case. Only those that hardly
 * mean anything else; a heading with a question mark asks about applying and does not count.
 */
export const requestWords: Readonly<Record<string, readonly string[]>> = {
	ar: ['التقديم', 'تقديم', 'طلب'],
	de: ['bewerbung', 'bewerben', 'anmeldung'],
	en: ['application', 'apply', 'applying'],
	es: ['solicitud', 'postulación', 'inscripción'],
	fr: ['candidature', 'inscription', 'postuler'],
	hi: ['आवेदन'],
	id: ['pendaftaran', 'mendaftar', 'lamaran'],
	it: ['candidatura', 'iscrizione'],
	ja: ['申し込み', '申込', '応募'],
	pt: ['inscrição', 'candidatura'],
	ru: ['заявка', 'заявление'],
	uk: ['заявка', 'заява'],
	zh: ['申请', '申請', '报名', '報名'],
};
