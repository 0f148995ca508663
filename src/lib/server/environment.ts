/** The settings from environment variables, parsed once at the start so that mistakes are reported at once. */
export interface Environment {
	/** Port of the app. The shell's port is the next number, unless `sandboxOrigin` is set. */
	port: number;
	/** Address of this machine to listen on. Absent: all addresses. */
	host: string | undefined;
	/** The app's public address, behind a proxy. Absent: taken from each request's Host header. */
	origin: string | undefined;
	/** Origin of another host that leads to this process and serves only the shell. */
	sandboxOrigin: string | undefined;
	/** Header in which a trusted proxy says `http` or `https`. */
	protocolHeader: string | undefined;
	/** A PostgreSQL server's address. Absent: PGlite in `dataFolder`. */
	databaseUrl: string | undefined;
	/** Folder for everything that must remain when the process ends. */
	dataFolder: string;
	/** Key that signs cookies and links. Absent: generated once and kept in `dataFolder`. */
	authSecret: string | undefined;
	/** Email domains of schools. Applicants with such an address are marked for the curator, and still have to be admitted. */
	teacherDomains: string[];
	/** Address of the mail server. Absent: curators make the links for forgotten passwords. */
	smtpUrl: string | undefined;
	mailFrom: string;
	/** Contact for questions about data, named in the privacy notices. Absent: the notices name the school that runs the site. */
	contact: string | undefined;
	openId: OpenIdSettings | undefined;
	/** Upper limits of bytes on the server: of one account, and of all accounts together. */
	quotaBytes: { person: number; all: number };
	/** Largest number of open connections on each of the two ports; further connections are closed at once. */
	mostConnections: number;
}

interface OpenIdSettings {
	issuer: string;
	clientId: string;
	clientSecret: string;
}

export class EnvironmentError extends Error {
	override name = 'EnvironmentError';
}

const MEGABYTE_BYTES = 1_000_000;

export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
	const environment: Environment = {
		port: parsePort(variables['PORT']),
		host: trimVariable(variables['HOST']),
		origin: parseOriginVariable('ORIGIN', variables['ORIGIN']),
		sandboxOrigin: parseOriginVariable('SANDBOX_ORIGIN', variables['SANDBOX_ORIGIN']),
		protocolHeader: parseHeaderName(variables['PROTOCOL_HEADER']),
		databaseUrl: parseDatabaseUrl(variables['DATABASE_URL']),
		dataFolder: trimVariable(variables['DATA_FOLDER']) ?? 'data',
		authSecret: parseAuthSecret(variables['AUTH_SECRET']),
		teacherDomains: parseSchoolDomains(variables['TEACHER_DOMAINS']),
		smtpUrl: parseSmtpUrl(variables['SMTP_URL']),
		mailFrom: trimVariable(variables['MAIL_FROM']) ?? 'Braise <braise@localhost>',
		contact: trimVariable(variables['CONTACT']),
		openId: parseOpenId(variables),
		quotaBytes: {
			person: parseNumberVariable('ROOM_PERSON', variables['ROOM_PERSON'], 20) * MEGABYTE_BYTES,
			all: parseNumberVariable('ROOM_ALL', variables['ROOM_ALL'], 4000) * MEGABYTE_BYTES
		},
		mostConnections: parseNumberVariable('MOST_CONNECTIONS', variables['MOST_CONNECTIONS'], 2000)
	};
	const { origin, sandboxOrigin } = environment;
	if (sandboxOrigin && !origin) {
		throw new EnvironmentError('SANDBOX_ORIGIN needs ORIGIN too: the shell must know which app may frame it.');
	}
	if (sandboxOrigin && origin && new URL(sandboxOrigin).hostname === new URL(origin).hostname) {
		throw new EnvironmentError('SANDBOX_ORIGIN must be another host than ORIGIN, best of another site.');
	}
	if (environment.smtpUrl && !origin) {
		throw new EnvironmentError(
			'SMTP_URL needs ORIGIN too: a link sent by mail must lead here, whatever address it was asked for under.'
		);
	}
	if (environment.openId && !origin) {
		throw new EnvironmentError('OIDC_ISSUER needs ORIGIN too: the provider must know where people come back to.');
	}
	return environment;
}

let cachedEnvironment: Environment | undefined;

export function environment(): Environment {
	return (cachedEnvironment ??= parseEnvironment(process.env));
}

function trimVariable(value: string | undefined): string | undefined {
	const text = value?.trim();
	return text ? text : undefined;
}

function parsePort(value: string | undefined): number {
	const text = trimVariable(value) ?? '3000';
	const port = Number(text);
	// The shell uses the port after the app's, so 65535 is refused.
	if (!/^\d+$/.test(text) || port < 1 || port > 65534) {
		throw new EnvironmentError(`PORT must be a number from 1 to 65534, and is "${text}".`);
	}
	return port;
}

function parseNumberVariable(name: string, value: string | undefined, otherwise: number): number {
	const text = trimVariable(value) ?? String(otherwise);
	if (!/^[1-9]\d{0,8}$/.test(text))
		throw new EnvironmentError(`${name} must be a whole number from 1 on, and is "${text}".`);
	return Number(text);
}

function parseDatabaseUrl(value: string | undefined): string | undefined {
	const text = trimVariable(value);
	if (text !== undefined && !/^postgres(ql)?:\/\/./.test(text)) {
		// The message does not repeat the address, which holds a password.
		throw new EnvironmentError(
			'DATABASE_URL must be the address of a PostgreSQL server, like postgres://user@host/name.'
		);
	}
	return text;
}

function parseAuthSecret(value: string | undefined): string | undefined {
	const text = trimVariable(value);
	if (text !== undefined && text.length < 32) {
		throw new EnvironmentError('AUTH_SECRET must be at least 32 characters long, best random ones.');
	}
	return text;
}

function parseSchoolDomains(value: string | undefined): string[] {
	const domains = (trimVariable(value)?.toLowerCase() ?? '').split(/[\s,;]+/).filter((domain) => domain !== '');
	const malformedDomain = domains.find((domain) => !/^([a-z0-9-]+\.)+[a-z]{2,}$/.test(domain));
	if (malformedDomain !== undefined) {
		throw new EnvironmentError(`TEACHER_DOMAINS must be domains like ac-rennes.fr, and one is "${malformedDomain}".`);
	}
	return domains;
}

function parseSmtpUrl(value: string | undefined): string | undefined {
	const text = trimVariable(value);
	if (text !== undefined && !/^smtps?:\/\/./.test(text)) {
		// The message does not repeat the address, which holds a password.
		throw new EnvironmentError('SMTP_URL must be like smtps://user:password@mail.example.');
	}
	return text;
}

function parseOpenId(variables: Record<string, string | undefined>): OpenIdSettings | undefined {
	const issuer = trimVariable(variables['OIDC_ISSUER'])?.replace(/\/$/, '');
	const [clientId, clientSecret] = [
		trimVariable(variables['OIDC_CLIENT_ID']),
		trimVariable(variables['OIDC_CLIENT_SECRET'])
	];
	if (issuer === undefined) return undefined;
	if (!/^https?:\/\//.test(issuer) || !URL.canParse(issuer)) {
		throw new EnvironmentError(`OIDC_ISSUER must be an address, and is "${issuer}".`);
	}
	if (clientId === undefined || clientSecret === undefined) {
		throw new EnvironmentError('OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET too.');
	}
	return { issuer, clientId, clientSecret };
}

function parseHeaderName(value: string | undefined): string | undefined {
	const name = trimVariable(value)?.toLowerCase();
	if (name !== undefined && !/^[a-z0-9-]+$/.test(name)) {
		throw new EnvironmentError(`PROTOCOL_HEADER must be the name of a header, and is "${name}".`);
	}
	return name;
}

function parseOriginVariable(name: string, value: string | undefined): string | undefined {
	const text = trimVariable(value);
	if (text === undefined) return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !['http:', 'https:'].includes(url.protocol) || url.origin !== text.replace(/\/$/, '')) {
		throw new EnvironmentError(
			`${name} must be an address without a path, like https://braise.example, and is "${text}".`
		);
	}
	return url.origin;
}
