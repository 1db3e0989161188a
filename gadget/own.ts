/** What `form/lazy.ts` describes as `OwnModule`. */
export { offerAddress } from './own/address.ts';
export { offerAnswers } from './own/offerAnswers.ts';
export { showOwn } from './own/showOwn.ts';
