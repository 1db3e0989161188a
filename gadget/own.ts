/** What `form/lazy.ts` loads for those who have applied. */
export { offerAddress } from './own/address.ts';
export { offerAnswers } from './own/offerAnswers.ts';
export { showOwn } from './own/showOwn.ts';
