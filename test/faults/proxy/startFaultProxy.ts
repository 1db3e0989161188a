import {
	createServer as createHttpServer,
	type IncomingMessage,
	type OutgoingHttpHeaders,
	type ServerResponse,
} from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Fault } from './fault.ts';
import { forward, isEdit, type WikiResponse, type ReceivedRequest } from './forward.ts';

/** Which faults happen to which requests. */
export interface FaultPlan {
	/** The fault for the request with this number (from 0, in order of arrival); null: none. */
	readonly faultFor: (index: number, received: ReceivedRequest) => Fault | null;
	/** How many requests pass before connections are refused; default: unlimited. */
	readonly refusesFrom?: number;
	/** Called right before the sender receives the fault's response. */
	readonly struck?: (index: number) => void;
	/** The delay of a request in milliseconds. */
	readonly delay?: () => number;
}

export interface FaultProxy {
	readonly apiUrl: string;
	/** Activates a plan and restarts the request count at 0. */
	arm(plan: FaultPlan): void;
	/** The number of requests since then. */
	count(): number;
	/** Whether connections are accepted. */
	isOpen(): boolean;
	/** Accepts connections again. */
	reopen(): void;
	/** Waits for all forwarded requests, and forwards the held ones. */
	settle(): Promise<void>;
	stop(): Promise<void>;
}

const PASS_THROUGH: FaultPlan = { faultFor: () => null };

/** A proxy between a bot and its wiki that applies a plan of faults. */
export async function startFaultProxy(wikiPort: number): Promise<FaultProxy> {
	const proxy = new RunningProxy(wikiPort);
	await proxy.start();
	return proxy;
}

class RunningProxy implements FaultProxy {
	private plan = PASS_THROUGH;
	private seen = 0;
	private port = 0;
	private listener: Server | null = null;
	/** Requests whose senders have given up, to be forwarded later. */
	private heldRequests: ReceivedRequest[] = [];
	private readonly pendingRequests = new Set<Promise<unknown>>();
	private readonly sockets = new Set<Socket>();
	private readonly http = createHttpServer((from, to) => void this.take(from, to));

	constructor(private readonly wikiPort: number) {}

	get apiUrl(): string {
		return `http://127.0.0.1:${this.port}/w/api.php`;
	}

	start(): Promise<void> {
		// A separate server for the connections: closing it refuses new ones at once and keeps existing ones.
		this.listener = createServer((socket) => {
			this.sockets.add(socket);
			socket.on('close', () => this.sockets.delete(socket));
			this.http.emit('connection', socket);
		});
		return new Promise((resolve) => {
			this.listener?.listen(this.port, '127.0.0.1', () => {
				this.port = (this.listener?.address() as AddressInfo).port;
				resolve();
			});
		});
	}

	arm(plan: FaultPlan): void {
		this.plan = plan;
		this.seen = 0;
		this.heldRequests = [];
		this.reopen();
		this.refuseIfDue();
	}

	count(): number {
		return this.seen;
	}

	isOpen(): boolean {
		return this.listener !== null;
	}

	reopen(): void {
		if (!this.listener) void this.start();
	}

	async settle(): Promise<void> {
		await Promise.allSettled(this.pendingRequests);
		await this.forwardHeld();
	}

	async stop(): Promise<void> {
		this.close();
		for (const socket of this.sockets) socket.destroy();
		await Promise.allSettled(this.pendingRequests);
	}

	private close(): void {
		this.listener?.close();
		this.listener = null;
	}

	private refuseIfDue(): void {
		if (this.seen === this.plan.refusesFrom) this.close();
	}

	private async take(from: IncomingMessage, to: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of from) chunks.push(chunk as Buffer);
		const { url: path = '', method = 'GET', headers } = from;
		const received: ReceivedRequest = { path, method, headers, body: Buffer.concat(chunks) };
		const index = this.seen++;
		const work = this.respond(index, received, to).catch(() => to.destroy());
		this.pendingRequests.add(work);
		await work;
		this.pendingRequests.delete(work);
	}

	private async respond(index: number, received: ReceivedRequest, to: ServerResponse): Promise<void> {
		const { faultFor, struck, delay } = this.plan;
		if (delay) await new Promise((resolve) => setTimeout(resolve, delay()));
		const fault = faultFor(index, received);
		if (!fault) {
			if (isEdit(received)) await this.forwardHeld();
			const response = await forward(this.wikiPort, received);
			this.refuseIfDue();
			send(to, response);
			return;
		}
		if (fault.wiki === 'acts-late') this.heldRequests.push(received);
		const wikiResponse = fault.wiki === 'acts' ? await forward(this.wikiPort, received) : null;
		struck?.(index);
		applyFault(fault, to, wikiResponse);
	}

	private async forwardHeld(): Promise<void> {
		for (const received of this.heldRequests.splice(0)) await forward(this.wikiPort, received);
	}
}

function applyFault({ sender }: Fault, to: ServerResponse, response: WikiResponse | null): void {
	if (sender === 'silence') return;
	if (sender === 'cut' || sender === 'refused') to.destroy();
	else if (sender === 'truncated') truncate(to, response);
	else if (sender === 'shortened') send(to, response && { ...response, body: half(response) });
	else {
		to.writeHead(sender.status, { ...sender.headers, connection: 'close' });
		to.end(sender.body);
	}
}

/** The body is incomplete. */
function truncate(to: ServerResponse, response: WikiResponse | null): void {
	to.writeHead(response?.status ?? 200, {
		...responseHeaders(response),
		'content-length': response?.body.length,
	});
	to.write(half(response), () => to.destroy());
}

function half(response: WikiResponse | null): Buffer {
	return response?.body.subarray(0, Math.floor(response.body.length / 2)) ?? Buffer.alloc(0);
}

function send(to: ServerResponse, response: WikiResponse | null): void {
	const body = response?.body ?? Buffer.alloc(0);
	to.writeHead(response?.status ?? 502, { ...responseHeaders(response), 'content-length': body.length });
	to.end(body);
}

/** A connection per request, so that each can be refused. */
function responseHeaders(response: WikiResponse | null): OutgoingHttpHeaders {
	const headers = Object.entries(response?.headers ?? {}).filter(([name]) => name !== 'transfer-encoding');
	return { ...Object.fromEntries(headers), connection: 'close' };
}
