import { setup } from './globalSetup.ts';

// Run as a command: installs all test dependencies, with plain progress lines.
try {
	await setup();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
