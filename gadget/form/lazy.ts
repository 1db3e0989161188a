import { loadModule, loadOrGiveUp } from './loadModule.ts';
import type { QuestionForm } from './questionForm.ts';
import type { Applying, OwnApplication, Sender } from './sender.ts';

/** For those who answer. */
export interface SendModule {
	createSender(applying: Applying): Sender;
}

/** For those who are logged in, once the form is there. */
export interface QualifyModule {
	/** Fills a place with the course's requirements, whether the reader meets them, and by what evidence. */
	showQualification(applying: Applying, place: HTMLElement): Promise<void>;
}

/** For those who have applied, for this course or another. */
export interface OwnModule {
	/** Offers the answers that the reader gave for another course. */
	offerAnswers(applying: Applying, place: HTMLElement, form: QuestionForm): Promise<void>;
	/** Fills a place with the reader's application: state, evidence, decision, and what can be done with it. */
	showOwn(applying: Applying, place: HTMLElement, change: (own: OwnApplication) => void): Promise<void>;
	/** Fills a place with the question for the preferred address alone, for those who did not apply with the form. */
	offerAddress(applying: Applying, place: HTMLElement): void;
}

export const loadSend = async (): Promise<SendModule> => (await loadOrGiveUp('send')) as SendModule;
export const loadQualify = async (): Promise<QualifyModule> => (await loadModule('qualify')) as QualifyModule;
export const loadOwn = async (): Promise<OwnModule> => (await loadModule('own')) as OwnModule;
