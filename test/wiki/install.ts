import { setup } from './globalSetup.ts';

// Run as a command: installs all that the tests need, in plain lines.
try {
	await setup();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
