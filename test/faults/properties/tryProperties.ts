import { fileURLToPath } from 'node:url';
import { CommandFailed, runCommand } from '../../wiki/runCommand.ts';
import type { FaultPart } from '../part.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

interface Report {
	readonly numTotalTests: number;
	readonly numFailedTests: number;
	readonly success: boolean;
	readonly testResults: readonly {
		readonly name: string;
		readonly status: string;
		readonly message: string;
	}[];
}

/** Runs the tests with all generated cases instead of a tenth of them. */
export const tryProperties: FaultPart = async () => {
	const args = ['vitest', 'run', '--config', 'test/vitest.config.ts'];
	const env = { ...process.env, TEST_SAMPLES: 'all' };
	const said = await runCommand('npx', [...args, '--reporter', 'json'], { cwd: ROOT, env }).catch(
		(error: unknown) => {
			if (error instanceof CommandFailed && error.exitCode !== null) return error.output;
			throw error;
		},
	);
	const report = JSON.parse(said.slice(said.indexOf('{"num'))) as Report;
	const failed = report.testResults.find(({ status }) => status === 'failed');
	return [
		{
			name: 'tests with all their generated cases',
			times: report.numTotalTests,
			lost: report.success ? 0 : Math.max(1, report.numFailedTests),
			detail: failed ? `${failed.name} ${failed.message}` : 'every property holds',
		},
	];
};
