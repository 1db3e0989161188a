/** What `form/lazy.ts` loads for those who are logged in. */
export { showQualification } from './showQualification.ts';
