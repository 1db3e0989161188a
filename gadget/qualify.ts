/** What `form/lazy.ts` describes as `QualifyModule`. */
export { showQualification } from './qualify/showQualification.ts';
