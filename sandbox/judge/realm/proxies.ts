/** Records every proxy when it is made, since a proxy cannot be recognised in another way. */
export function recordProxies(): (value: object) => boolean {
	const proxies = new WeakSet<object>();
	const recordProxy = <Value extends object>(value: Value): Value => {
		proxies.add(value);
		return value;
	};
	const RealProxy = Proxy;
	globalThis.Proxy = new RealProxy(RealProxy, {
		construct: (realProxy, values, maker) => recordProxy(Reflect.construct(realProxy, values, maker) as object),
		get(realProxy, key, receiver): unknown {
			if (key !== 'revocable') return Reflect.get(realProxy, key, receiver);
			return (target: object, handler: ProxyHandler<object>) => {
				const revocable = RealProxy.revocable(target, handler);
				recordProxy(revocable.proxy);
				return revocable;
			};
		}
	});
	return (value) => proxies.has(value);
}
