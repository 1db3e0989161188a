/** What `form/lazy.ts` loads for those who have applied. */
export { showAddressForm } from './addressForm.ts';
export { offerAnswers } from './offerAnswers.ts';
export { showMyApplication } from './showMyApplication.ts';
