import { readFileSync } from 'node:fs';

/**
 * How long this thread has run, milliseconds: on an idle machine what the clock tells. On a busy one the clock tells
 * more than was spent, and the processor's time tells what the threads spent as well that compile beside this one.
 */
export function mainThreadMs(): number {
	try {
		const [ran = ''] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
		return Number(ran) / 1e6;
	} catch {
		return performance.now();
	}
}
