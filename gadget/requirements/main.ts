/** `form/lazyModules.ts` loads this for readers who are logged in. */
export { showRequirements } from './showRequirements.ts';
