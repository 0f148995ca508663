/** The program's realm, whose answers are untrusted text. */
import { Membrane } from './membrane/membrane.ts';
import { giveHalf, takeHost } from './host.ts';
import { createReplace, MIRROR, type Replace } from './mirror.ts';
import { watchProxies } from './proxies.ts';
import { installSurroundings } from './surroundings.ts';

const host = takeHost();
const isOpaque = watchProxies();
let modules: Record<string, () => object> = {};
const mirror: { replace?: Replace } = {};
const membrane = new Membrane({
	letter: 'p',
	send: (text) => host.send(text),
	load(path) {
		if (path === MIRROR) return mirror;
		const load = Object.hasOwn(modules, path) ? modules[path] : undefined;
		if (load === undefined) throw new Error(`There is no ${path}.`);
		return load();
	},
	isOpaque
});
const surroundings = installSurroundings(host);
mirror.replace = createReplace(surroundings.time);

giveHalf({
	receive: (text) => membrane.receive(text),
	ring: (id) => surroundings.ring(id),
	flush: () => membrane.flush(),
	begin(bundle) {
		const module: { exports: { modules?: typeof modules } } = { exports: {} };
		(bundle as (...values: unknown[]) => void)(() => ({}), module, module.exports);
		modules = module.exports.modules ?? {};
	}
});
