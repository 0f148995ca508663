import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

export const TEST_OPEN_ID_CLIENT = { id: 'braise', secret: 'a secret of the school' };

export interface TestOpenIdProvider {
	issuer: string;
	person: { sub: string; email: string; email_verified: boolean; name: string };
	close(): void;
}

export async function startTestOpenIdProvider(): Promise<TestOpenIdProvider> {
	const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	const requestByCode = new Map<string, { nonce: string | null; challenge: string | null }>();
	const provider: TestOpenIdProvider = {
		issuer: '',
		person: { sub: 'ada', email: 'Ada@lycee.fr', email_verified: true, name: 'Ada Lovelace' },
		close: () => server.close()
	};

	function createIdToken(nonce: string | null): string {
		const now = Math.floor(Date.now() / 1000);
		const claims = {
			...provider.person,
			iss: provider.issuer,
			aud: TEST_OPEN_ID_CLIENT.id,
			iat: now,
			exp: now + 60,
			nonce
		};
		const encodeTokenPart = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
		const signingInput = `${encodeTokenPart({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${encodeTokenPart(claims)}`;
		return `${signingInput}.${sign('RSA-SHA256', Buffer.from(signingInput), privateKey).toString('base64url')}`;
	}

	async function exchangeCode(request: IncomingMessage): Promise<unknown> {
		const form = new URLSearchParams(await text(request));
		const code = requestByCode.get(form.get('code') ?? '');
		const codeChallenge = createHash('sha256')
			.update(form.get('code_verifier') ?? '')
			.digest('base64url');
		const clientCredentials = form.get('client_secret') ?? request.headers.authorization;
		if (!code || codeChallenge !== code.challenge || clientCredentials === undefined) return { error: 'invalid_grant' };
		return {
			access_token: 'not to be kept',
			token_type: 'Bearer',
			expires_in: 60,
			id_token: createIdToken(code.nonce)
		};
	}

	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', provider.issuer);
		const respondWithJson = (value: unknown) =>
			response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
		switch (url.pathname) {
			case '/.well-known/openid-configuration':
				return respondWithJson({
					issuer: provider.issuer,
					authorization_endpoint: `${provider.issuer}/authorize`,
					token_endpoint: `${provider.issuer}/token`,
					jwks_uri: `${provider.issuer}/keys`,
					id_token_signing_alg_values_supported: ['RS256']
				});
			case '/keys':
				return respondWithJson({
					keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }]
				});
			case '/authorize': {
				const code = randomUUID();
				const { searchParams } = url;
				requestByCode.set(code, { nonce: searchParams.get('nonce'), challenge: searchParams.get('code_challenge') });
				const redirectAddress = new URL(searchParams.get('redirect_uri') ?? '');
				redirectAddress.searchParams.set('code', code);
				redirectAddress.searchParams.set('state', searchParams.get('state') ?? '');
				return response.writeHead(302, { location: redirectAddress.href }).end();
			}
			case '/token':
				return void exchangeCode(request).then(respondWithJson);
			default:
				return response.writeHead(404).end();
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const serverAddress = server.address();
	provider.issuer = `http://127.0.0.1:${typeof serverAddress === 'object' && serverAddress ? serverAddress.port : 0}`;
	return provider;
}
