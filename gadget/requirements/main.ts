/** What `form/lazy.ts` loads for those who are logged in. */
export { showRequirements } from './showRequirements.ts';
