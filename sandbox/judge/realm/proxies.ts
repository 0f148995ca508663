/** Records every proxy when it is made, since a proxy cannot be recognised in another way. */
export function watchProxies(): (value: object) => boolean {
	const proxies = new WeakSet<object>();
	const remember = <Value extends object>(value: Value): Value => {
		proxies.add(value);
		return value;
	};
	const Real = Proxy;
	globalThis.Proxy = new Real(Real, {
		construct: (real, values, maker) => remember(Reflect.construct(real, values, maker) as object),
		get(real, key, receiver): unknown {
			if (key !== 'revocable') return Reflect.get(real, key, receiver);
			return (target: object, handler: ProxyHandler<object>) => {
				const revocable = Real.revocable(target, handler);
				remember(revocable.proxy);
				return revocable;
			};
		}
	});
	return (value) => proxies.has(value);
}
