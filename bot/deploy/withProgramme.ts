import { PROGRAMME_PAGE } from '../programme/programmePage.ts';
import type { Step } from './step.ts';

/** The steps with another text for the programme page, where they write it. */
export function withProgramme(steps: readonly Step[], text: string): readonly Step[] {
	return steps.map((step) => (step.title === PROGRAMME_PAGE && 'text' in step ? { ...step, text } : step));
}
