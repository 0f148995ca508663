/** An address with those of these that there are: where to go afterwards stands in each, and only when somebody asked for it. */
export function addressWith(path: string, values: Record<string, string | null>): string {
	const given = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
	return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** The same for a form's action, whose name comes first. */
export function actionWith(name: string, values: Record<string, string | null>): string {
	const rest = addressWith('', values).slice(1);
	return `?/${name}${rest && `&${rest}`}`;
}
