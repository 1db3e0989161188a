#!/usr/bin/env node
import { CommanderError } from 'commander';
import { EXIT } from './commands/exit.ts';
import { createProgram } from './commands/program.ts';

try {
	await createProgram().parseAsync();
} catch (error) {
	if (!(error instanceof CommanderError)) throw error;
	process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
}
