/** Tests which of the network's addresses students are shown. */
import { expect, test, vi } from 'vitest';

vi.mock('node:os', () => ({
	networkInterfaces: () => ({
		lo: [{ internal: true, family: 'IPv4', address: '127.0.0.1' }],
		docker0: [{ internal: false, family: 'IPv4', address: '172.17.0.1' }],
		none: [{ internal: false, family: 'IPv4', address: '169.254.3.4' }],
		wlan0: [
			{ internal: false, family: 'IPv6', address: 'fe80::1' },
			{ internal: false, family: 'IPv4', address: '192.168.1.20' }
		]
	})
}));

async function addressesOfferedToStudents(address: string, variables: Record<string, string> = {}): Promise<string[]> {
	vi.resetModules();
	for (const name of ['ORIGIN', 'HOST', 'PORT']) vi.stubEnv(name, variables[name] ?? '');
	const { listAddressesForStudents } = await import('./server-addresses.ts');
	return listAddressesForStudents(new URL(address));
}

test('instead of a loopback address, students get the network addresses, the likeliest first', async () => {
	for (const host of ['localhost', '127.0.0.1', '[::1]', 'braise.localhost', '0.0.0.0', '[::]'])
		expect(await addressesOfferedToStudents(`http://${host}:3000/fr`), host).toEqual([
			'http://192.168.1.20:3000',
			'http://172.17.0.1:3000'
		]);
	expect(await addressesOfferedToStudents('http://192.168.1.20:3000/fr')).toEqual([]);
	expect(await addressesOfferedToStudents('https://braise.example/fr')).toEqual([]);
});

test('an address set by ORIGIN or HOST replaces the network addresses', async () => {
	expect(await addressesOfferedToStudents('http://localhost:3000', { ORIGIN: 'https://braise.example' })).toEqual([
		'https://braise.example'
	]);
	expect(await addressesOfferedToStudents('http://localhost:3000', { HOST: '127.0.0.1' })).toEqual([]);
	expect(await addressesOfferedToStudents('http://localhost:3000', { HOST: '10.0.0.7', PORT: '4000' })).toEqual([
		'http://10.0.0.7:4000'
	]);
});

test('a server that listens on every address offers and prints those of the network, not the wildcard', async () => {
	const { listServerAddresses } = await import('./server-addresses.ts');
	for (const HOST of ['0.0.0.0', '::']) {
		expect(await addressesOfferedToStudents('http://0.0.0.0:3000', { HOST }), HOST).toEqual([
			'http://192.168.1.20:3000',
			'http://172.17.0.1:3000'
		]);
		expect(listServerAddresses({ origin: undefined, host: HOST, port: 3000 }), HOST).toEqual([
			'http://localhost:3000',
			'http://192.168.1.20:3000',
			'http://172.17.0.1:3000'
		]);
	}
	expect(listServerAddresses({ origin: undefined, host: '::1', port: 3000 })).toEqual(['http://[::1]:3000']);
});

test('an address that no browser can open is not offered', async () => {
	expect(await addressesOfferedToStudents('http://localhost:3000', { HOST: 'fe80::1%eth0' })).toEqual([]);
	expect(await addressesOfferedToStudents('http://localhost:3000', { ORIGIN: 'http://0.0.0.0:3000' })).toEqual([]);
});
