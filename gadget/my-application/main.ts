/** `form/lazyModules.ts` loads this for readers who have applied. */
export { showAddressForm } from './addressForm.ts';
export { offerAnswers } from './offerAnswers.ts';
export { showMyApplication } from './showMyApplication.ts';
