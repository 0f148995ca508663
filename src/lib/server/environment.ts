/** What the machine's owner may set. Parsed once when the process starts, so that a mistake is told at once and in one sentence. */
export interface Environment {
	/** The app listens here, and the shell on the next port unless `sandboxOrigin` is set. */
	port: number;
	/** Absent: every address of the machine. */
	host: string | undefined;
	/** The app's public address, behind a proxy. Absent: taken from each request's Host header. */
	origin: string | undefined;
	/** Another site that leads to this process, for the shell alone. */
	sandboxOrigin: string | undefined;
	/** Header in which a trusted proxy says `http` or `https`. */
	protocolHeader: string | undefined;
	/** A PostgreSQL server's address. Absent: PGlite in `dataFolder`. */
	databaseUrl: string | undefined;
	/** Where this machine keeps what outlives the process. */
	dataFolder: string;
	/** Signs cookies and links. Absent: made once and kept in `dataFolder`. */
	authSecret: string | undefined;
}

export class EnvironmentError extends Error {
	override name = 'EnvironmentError';
}

export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
	const environment: Environment = {
		port: portOf(variables['PORT']),
		host: textOf(variables['HOST']),
		origin: originOf('ORIGIN', variables['ORIGIN']),
		sandboxOrigin: originOf('SANDBOX_ORIGIN', variables['SANDBOX_ORIGIN']),
		protocolHeader: headerOf(variables['PROTOCOL_HEADER']),
		databaseUrl: databaseOf(variables['DATABASE_URL']),
		dataFolder: textOf(variables['DATA_FOLDER']) ?? 'data',
		authSecret: secretOf(variables['AUTH_SECRET'])
	};
	const { origin, sandboxOrigin } = environment;
	if (sandboxOrigin && !origin) {
		throw new EnvironmentError('SANDBOX_ORIGIN needs ORIGIN too: the shell must know which app may frame it.');
	}
	if (sandboxOrigin && origin && new URL(sandboxOrigin).hostname === new URL(origin).hostname) {
		throw new EnvironmentError('SANDBOX_ORIGIN must be another host than ORIGIN, best of another site.');
	}
	return environment;
}

let parsed: Environment | undefined;

export function environment(): Environment {
	return (parsed ??= parseEnvironment(process.env));
}

function textOf(value: string | undefined): string | undefined {
	const text = value?.trim();
	return text ? text : undefined;
}

function portOf(value: string | undefined): number {
	const text = textOf(value) ?? '3000';
	const port = Number(text);
	// The shell needs the port above, so the last one is out.
	if (!/^\d+$/.test(text) || port < 1 || port > 65534) {
		throw new EnvironmentError(`PORT must be a number from 1 to 65534, and is "${text}".`);
	}
	return port;
}

function databaseOf(value: string | undefined): string | undefined {
	const text = textOf(value);
	if (text !== undefined && !/^postgres(ql)?:\/\/./.test(text)) {
		// The address holds a password: it is not repeated.
		throw new EnvironmentError(
			'DATABASE_URL must be the address of a PostgreSQL server, like postgres://user@host/name.'
		);
	}
	return text;
}

function secretOf(value: string | undefined): string | undefined {
	const text = textOf(value);
	if (text !== undefined && text.length < 32) {
		throw new EnvironmentError('AUTH_SECRET must be at least 32 characters long, best random ones.');
	}
	return text;
}

function headerOf(value: string | undefined): string | undefined {
	const name = textOf(value)?.toLowerCase();
	if (name !== undefined && !/^[a-z0-9-]+$/.test(name)) {
		throw new EnvironmentError(`PROTOCOL_HEADER must be the name of a header, and is "${name}".`);
	}
	return name;
}

function originOf(name: string, value: string | undefined): string | undefined {
	const text = textOf(value);
	if (text === undefined) return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !['http:', 'https:'].includes(url.protocol) || url.origin !== text.replace(/\/$/, '')) {
		throw new EnvironmentError(
			`${name} must be an address without a path, like https://braise.example, and is "${text}".`
		);
	}
	return url.origin;
}
