/** Parameters of the Action API; lists are joined by `|`, `true` is sent, `false` is omitted. */
export type ApiParameters = Readonly<
	Record<string, string | number | boolean | readonly string[] | undefined>
>;

/** An error of the Action API, with its code. */
export class ApiError extends Error {
	constructor(
		readonly code: string,
		info: string,
		readonly response: unknown,
	) {
		super(`${code}: ${info}`);
	}
}

function encode(parameters: ApiParameters): URLSearchParams {
	const encoded = new URLSearchParams({ format: 'json', formatversion: '2' });
	for (const [name, value] of Object.entries(parameters)) {
		if (value === undefined || value === false) continue;
		encoded.set(name, typeof value === 'object' ? value.join('|') : value === true ? '1' : String(value));
	}
	return encoded;
}

function withFiles(fields: URLSearchParams, files: Readonly<Record<string, string>>): FormData {
	const form = new FormData();
	for (const [name, value] of fields) form.set(name, value);
	for (const [name, content] of Object.entries(files)) form.set(name, new Blob([content]), name);
	return form;
}

/** A volunteer's API session with its own cookie jar. Responses are formatversion 2; the caller declares their type. */
export class ApiSession {
	private readonly cookies = new Map<string, string>();
	private csrfToken: Promise<string> | undefined;
	/** Sent with each post after a login, so that it fails if the session is lost. */
	private assert: 'user' | undefined;

	constructor(readonly apiUrl: string) {}

	async get<Answer>(parameters: ApiParameters): Promise<Answer> {
		return (await this.send(`${this.apiUrl}?${encode(parameters).toString()}`, {})) as Answer;
	}

	/**
	 * Posts with a CSRF token, unless another `token` is given, and with `assert: 'user'` once logged in. Throws
	 * `ApiError`; `assertuserfailed` after a restore to before the login. `files`: uploads by parameter.
	 */
	async post<Answer>(
		parameters: ApiParameters,
		files: Readonly<Record<string, string>> = {},
	): Promise<Answer> {
		// Share one promise: concurrent requests would each create a token, and invalidate the other.
		const token = parameters.token ?? (await (this.csrfToken ??= this.token('csrf')));
		const fields = encode({ assert: this.assert, ...parameters, token });
		const body = Object.keys(files).length > 0 ? withFiles(fields, files) : fields;
		return (await this.send(this.apiUrl, { method: 'POST', body })) as Answer;
	}

	/** Logs in with an account's password or a bot password (`NAME@APP_ID`). Throws an `Error` with the wiki's reason. */
	async login(name: string, password: string): Promise<void> {
		const response = await this.post<{ login: { result: string; reason?: string } }>({
			action: 'login',
			lgname: name,
			lgpassword: password,
			lgtoken: await this.token('login'),
			token: '',
		});
		if (response.login.result !== 'Success') {
			throw new Error(`cannot log in as ${name}: ${response.login.reason ?? response.login.result}`);
		}
		this.assert = 'user';
	}

	/** Saves a page and returns the new revision id (undefined if unchanged). Throws `ApiError`, also for a CAPTCHA. */
	async edit(parameters: ApiParameters): Promise<number | undefined> {
		const response = await this.post<{ edit: { result: string; newrevid?: number } }>({
			action: 'edit',
			...parameters,
		});
		if (response.edit.result !== 'Success') {
			throw new ApiError('edit-failure', JSON.stringify(response.edit), response);
		}
		return response.edit.newrevid;
	}

	/** Gets a token of this type, for example `csrf`, `userrights` or `login`. */
	async token(type: string): Promise<string> {
		const response = await this.get<{ query: { tokens: Record<string, string> } }>({
			action: 'query',
			meta: 'tokens',
			type,
		});
		return response.query.tokens[`${type}token`] ?? '';
	}

	private async send(url: string, init: RequestInit): Promise<unknown> {
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const response = await fetch(url, { ...init, headers: { cookie } });
		for (const line of response.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (name !== undefined && value !== undefined) this.cookies.set(name, value);
		}
		const body = (await response.json()) as { error?: { code: string; info: string } };
		if (body.error !== undefined) throw new ApiError(body.error.code, body.error.info, body);
		return body;
	}
}

/** A session of this account (or `NAME@APP_ID` with a bot password). Throws an `Error` with the wiki's reason. */
export async function login(apiUrl: string, name: string, password: string): Promise<ApiSession> {
	const session = new ApiSession(apiUrl);
	await session.login(name, password);
	return session;
}
