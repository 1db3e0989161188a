import {
	createServer as createHttpServer,
	type IncomingMessage,
	type OutgoingHttpHeaders,
	type ServerResponse,
} from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Fault } from './fault.ts';
import { forward, isEdit, type Answered, type Received } from './forward.ts';

/** What is to happen, to which requests. */
export interface Plan {
	/** Of the request with this number (from 0, as they come), or null: it passes. */
	readonly faultFor: (index: number, received: Received) => Fault | null;
	/** How many requests pass until connections are refused; left out: they are not. */
	readonly refusesFrom?: number;
	/** Called right before the sender gets what the fault gives it. */
	readonly struck?: (index: number) => void;
	/** Milliseconds that a request waits before it goes on. */
	readonly delay?: () => number;
}

export interface FaultProxy {
	readonly apiUrl: string;
	/** From now on this happens; requests are counted from 0 again. */
	arm(plan: Plan): void;
	/** How many requests have come since then. */
	count(): number;
	/** Whether connections are taken, not refused. */
	isOpen(): boolean;
	/** Connections are taken again. */
	reopen(): void;
	/** Waits until all that was sent on is answered, and hands on what was held back. */
	settle(): Promise<void>;
	stop(): Promise<void>;
}

const PASSES: Plan = { faultFor: () => null };

/** Stands between a bot and its wiki and does to requests what the plan says. */
export async function startFaultProxy(wikiPort: number): Promise<FaultProxy> {
	const proxy = new RunningProxy(wikiPort);
	await proxy.start();
	return proxy;
}

class RunningProxy implements FaultProxy {
	private plan = PASSES;
	private seen = 0;
	private port = 0;
	private listener: Server | null = null;
	/** Requests whose senders have given up, which the wiki is still to get. */
	private held: Received[] = [];
	private readonly underWay = new Set<Promise<unknown>>();
	private readonly sockets = new Set<Socket>();
	private readonly http = createHttpServer((from, to) => void this.take(from, to));

	constructor(private readonly wikiPort: number) {}

	get apiUrl(): string {
		return `http://127.0.0.1:${this.port}/w/api.php`;
	}

	start(): Promise<void> {
		// Its own server for the connections: closing it refuses new ones at once and leaves those that there are.
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

	arm(plan: Plan): void {
		this.plan = plan;
		this.seen = 0;
		this.held = [];
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
		await Promise.allSettled(this.underWay);
		await this.handOnHeld();
	}

	async stop(): Promise<void> {
		this.close();
		for (const socket of this.sockets) socket.destroy();
		await Promise.allSettled(this.underWay);
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
		const received: Received = { path, method, headers, body: Buffer.concat(chunks) };
		const index = this.seen++;
		const work = this.answer(index, received, to).catch(() => to.destroy());
		this.underWay.add(work);
		await work;
		this.underWay.delete(work);
	}

	private async answer(index: number, received: Received, to: ServerResponse): Promise<void> {
		const { faultFor, struck, delay } = this.plan;
		if (delay) await new Promise((resolve) => setTimeout(resolve, delay()));
		const fault = faultFor(index, received);
		if (!fault) {
			if (isEdit(received)) await this.handOnHeld();
			const answered = await forward(this.wikiPort, received);
			this.refuseIfDue();
			send(to, answered);
			return;
		}
		if (fault.wiki === 'acts-late') this.held.push(received);
		const answered = fault.wiki === 'acts' ? await forward(this.wikiPort, received) : null;
		struck?.(index);
		strike(fault, to, answered);
	}

	private async handOnHeld(): Promise<void> {
		for (const received of this.held.splice(0)) await forward(this.wikiPort, received);
	}
}

function strike({ sender }: Fault, to: ServerResponse, answered: Answered | null): void {
	if (sender === 'silence') return;
	if (sender === 'cut' || sender === 'refused') to.destroy();
	else if (sender === 'truncated') truncate(to, answered);
	else if (sender === 'shortened') send(to, answered && { ...answered, body: half(answered) });
	else {
		to.writeHead(sender.status, { ...sender.headers, connection: 'close' });
		to.end(sender.body);
	}
}

/** The end of the body never comes. */
function truncate(to: ServerResponse, answered: Answered | null): void {
	to.writeHead(answered?.status ?? 200, { ...headersOf(answered), 'content-length': answered?.body.length });
	to.write(half(answered), () => to.destroy());
}

function half(answered: Answered | null): Buffer {
	return answered?.body.subarray(0, Math.floor(answered.body.length / 2)) ?? Buffer.alloc(0);
}

function send(to: ServerResponse, answered: Answered | null): void {
	const body = answered?.body ?? Buffer.alloc(0);
	to.writeHead(answered?.status ?? 502, { ...headersOf(answered), 'content-length': body.length });
	to.end(body);
}

/** Every request makes a connection of its own, so that each can be refused. */
function headersOf(answered: Answered | null): OutgoingHttpHeaders {
	const headers = Object.entries(answered?.headers ?? {}).filter(([name]) => name !== 'transfer-encoding');
	return { ...Object.fromEntries(headers), connection: 'close' };
}
