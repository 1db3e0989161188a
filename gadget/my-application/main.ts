/** What `form/lazy.ts` loads for those who have applied. */
export { offerAddress } from './address.ts';
export { offerAnswers } from './offerAnswers.ts';
export { showOwn } from './showOwn.ts';
