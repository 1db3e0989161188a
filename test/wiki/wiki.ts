import type { GlobalAccount, TestAccount } from './account.ts';
import type { ImportedPage } from './importXml.ts';
import type { WikiInstallation } from './installWiki.ts';

/** A mail that the wiki would have sent. Addresses are plain, without names. */
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
	/** The wiki's own folder: `server.log` (one line a request), `state/`. */
	readonly dir: string;
	readonly installation: WikiInstallation;

	/** Address of a page. */
	pageUrl(title: string): string;

	/**
	 * Keeps the wiki's state (pages, accounts, sessions, mails, global accounts; not its settings) under a name and gives
	 * the folder, to start other wikis from while this one runs. Waits for running requests.
	 */
	snapshot(name: string): Promise<string>;

	/** Brings back the state of a snapshot, by its name or folder. Sessions that are younger than it are logged out. */
	restore(name: string): Promise<void>;

	/** Replaces the wiki's own settings: PHP code, without `<?php`, that runs after the common settings. */
	setSettings(settings: string): Promise<void>;

	/**
	 * Adds to what `meta=globaluserinfo` answers, by account name. Names that were never set get the recorded answer of
	 * their name, or "missing". `$testWikiCentralAuth = false;` among the settings makes a wiki without CentralAuth.
	 */
	setGlobalAccounts(accounts: Readonly<Record<string, GlobalAccount>>): Promise<void>;

	/** Creates or changes many accounts at once; gives their user ids by name. */
	createAccounts(accounts: readonly TestAccount[]): Promise<ReadonlyMap<string, number>>;

	/** Creates or changes one account and gives its user id. */
	createAccount(account: TestAccount): Promise<number>;

	/**
	 * Imports many pages with their authors and timestamps. Rebuilds recent changes, so their ids change. Categories and
	 * transclusions are known only with `links`, which takes a while for each page of the wiki.
	 */
	importPages(pages: readonly ImportedPage[], options?: { readonly links?: boolean }): Promise<void>;

	/** Runs the jobs that edits left behind (a template's change reaching its pages); nothing else runs them. */
	runJobs(): Promise<void>;

	/** All mails so far, oldest first. */
	mails(): Promise<readonly Mail[]>;

	/** Runs one of MediaWiki's maintenance scripts, or a PHP file by its absolute path, and gives its stdout. */
	maintenance(script: string, args?: readonly string[], input?: string): Promise<string>;

	/** Ends the server and removes the wiki with its snapshots. */
	stop(): Promise<void>;
}
