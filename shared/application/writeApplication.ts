import type { Application } from './application.ts';
import { writeParameters } from './writeParameters.ts';
import { statusRegion } from './statusRegion.ts';

/** The template call alone, as for a section of a talk page. `readApplications` is the inverse. */
export function writeCall(application: Application): string {
	const lines = writeParameters(application).map(([name, value]) => `| ${name} = ${value}\n`);
	return `{{WikiLearn application\n${lines.join('')}}}`;
}

/**
 * The whole page of an application made with the form: the call, and the status region that the bot owns.
 *
 * @throws RangeError if a question's id cannot name a parameter
 */
export function writeApplication(application: Application): string {
	return `${writeCall(application)}\n\n${statusRegion('')}\n`;
}
