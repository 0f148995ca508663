/** The program's realm, whose answers are untrusted text. */
import { Membrane } from './membrane/membrane.ts';
import { handRealmFunctionsToJudge, takeHostFromJudge } from './host.ts';
import { createBuiltInReplacer, BUILT_IN_MIRROR_MODULE, type BuiltInReplacer } from './built-in-mirror.ts';
import { watchProxies } from './proxies.ts';
import { installRealmGlobals } from './surroundings.ts';

const realmHost = takeHostFromJudge();
const isRecordedProxy = watchProxies();
let loadersByPath: Record<string, () => object> = {};
const mirrorModule: { replace?: BuiltInReplacer } = {};
const membrane = new Membrane({
	letter: 'p',
	send: (text) => realmHost.sendToOtherRealm(text),
	loadModule(path) {
		if (path === BUILT_IN_MIRROR_MODULE) return mirrorModule;
		const loadFile = Object.hasOwn(loadersByPath, path) ? loadersByPath[path] : undefined;
		if (loadFile === undefined) throw new Error(`There is no ${path}.`);
		return loadFile();
	},
	isOpaque: isRecordedProxy
});
const realmTimers = installRealmGlobals(realmHost);
mirrorModule.replace = createBuiltInReplacer(realmTimers.time);

handRealmFunctionsToJudge({
	receive: (text) => membrane.receiveMessage(text),
	fireTimer: (id) => realmTimers.fireTimer(id),
	sendChanges: () => membrane.sendChanges(),
	begin(bundle) {
		const module: { exports: { modules?: typeof loadersByPath } } = { exports: {} };
		(bundle as (...values: unknown[]) => void)(() => ({}), module, module.exports);
		loadersByPath = module.exports.modules ?? {};
	}
});
