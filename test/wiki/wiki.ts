import type { GlobalAccount, TestAccount } from './account.ts';
import type { ImportedPage } from './importXml.ts';
import type { WikiInstallation } from './installWiki.ts';

/** An email that the wiki would have sent. Addresses are plain, without names. */
export interface Mail {
	readonly to: readonly string[];
	readonly from: string;
	readonly replyTo: string | null;
	readonly subject: string;
	readonly body: string;
}

/** A running MediaWiki for tests and the demo. */
export interface Wiki {
	/** For example `http://127.0.0.1:40123`; pages are below `/wiki/`, scripts below `/w/`. */
	readonly url: string;
	readonly apiUrl: string;
	readonly port: number;
	/** The wiki's own folder: `server.log` (one line per request), `state/`. */
	readonly dir: string;
	readonly installation: WikiInstallation;

	/** The URL of a page. */
	pageUrl(title: string): string;

	/**
	 * Saves the wiki's state (pages, accounts, sessions, emails, global accounts; not its settings) under a name and
	 * returns the folder, from which other wikis can start while this one runs. Waits for active requests.
	 */
	snapshot(name: string): Promise<string>;

	/** Restores a snapshot, by its name or folder. Later sessions are logged out. */
	restore(name: string): Promise<void>;

	/** Replaces the wiki's own settings: PHP code, without `<?php`, that runs after the common settings. */
	setSettings(settings: string): Promise<void>;

	/**
	 * Adds responses of `meta=globaluserinfo`, by account name. Other names get the recorded response of their name, or
	 * "missing". The setting `$testWikiCentralAuth = false;` makes a wiki without CentralAuth.
	 */
	setGlobalAccounts(accounts: Readonly<Record<string, GlobalAccount>>): Promise<void>;

	/** Creates or updates many accounts at once; returns their user ids by name. */
	createAccounts(accounts: readonly TestAccount[]): Promise<ReadonlyMap<string, number>>;

	/** Creates or updates one account and returns its user id. */
	createAccount(account: TestAccount): Promise<number>;

	/**
	 * Imports many pages with their authors and timestamps. Rebuilds recent changes, with new ids. Updates categories
	 * and transclusions only with `links`, which is slow for each page of the wiki.
	 */
	importPages(pages: readonly ImportedPage[], options?: { readonly links?: boolean }): Promise<void>;

	/** Runs the queued jobs (for example a template's change reaching its pages); nothing else runs them. */
	runJobs(): Promise<void>;

	/** All emails so far, oldest first. */
	mails(): Promise<readonly Mail[]>;

	/** Runs one of MediaWiki's maintenance scripts, or a PHP file by its absolute path, and returns its stdout. */
	maintenance(script: string, args?: readonly string[], input?: string): Promise<string>;

	/** Stops the server and removes the wiki with its snapshots. */
	stop(): Promise<void>;
}
