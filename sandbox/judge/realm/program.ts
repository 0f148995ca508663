import { Membrane } from './membrane/membrane.ts';
import { handRealmFunctionsToJudge, takeHostFromJudge } from './host.ts';
import { createBuiltInReplacer, BUILT_IN_MIRROR_MODULE, type BuiltInReplacer } from './built-in-mirror.ts';
import { recordProxies } from './surroundings.ts';
import { installRealmGlobals } from './surroundings.ts';

const realmHost = takeHostFromJudge();
const isRecordedProxy = recordProxies();
let moduleLoadersByPath: Record<string, () => object> = {};
const builtInMirrorModule: { replace?: BuiltInReplacer } = {};
const membrane = new Membrane({
	letter: 'p',
	send: (text) => realmHost.sendToOtherRealm(text),
	loadModule(path) {
		if (path === BUILT_IN_MIRROR_MODULE) return builtInMirrorModule;
		const loadFile = Object.hasOwn(moduleLoadersByPath, path) ? moduleLoadersByPath[path] : undefined;
		if (loadFile === undefined) throw new Error(`There is no ${path}.`);
		return loadFile();
	},
	isOpaqueProxy: isRecordedProxy
});
const realmTimers = installRealmGlobals(realmHost);
builtInMirrorModule.replace = createBuiltInReplacer(realmTimers.time);

handRealmFunctionsToJudge({
	receive: (text) => membrane.receiveMessage(text),
	fireTimer: (id) => realmTimers.fireTimer(id),
	sendChanges: () => membrane.sendChanges(),
	begin(bundle) {
		const module: { exports: { modules?: typeof moduleLoadersByPath } } = { exports: {} };
		(bundle as (...values: unknown[]) => void)(() => ({}), module, module.exports);
		moduleLoadersByPath = module.exports.modules ?? {};
	}
});
