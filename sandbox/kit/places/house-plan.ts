/** The plan of a house in a street. */

export type ShopKind = 'door' | 'bakery' | 'pharmacy' | 'hall';

/** A house. `wall` and `shutter` are indexes of colours in the palette. */
export interface House {
	x: number;
	width: number;
	height: number;
	wall: number;
	shutter: number;
	columns: number;
	rows: number;
	shop: ShopKind;
	dormers?: number;
	gable?: boolean;
}
