/** p5's vectors, which have an x, a y and a z. The methods change the vector and return it. */
import type { AngleUnit } from './modes.ts';

export type VectorLike = Vector | readonly number[] | number;

export class Vector {
	x: number;
	y: number;
	z: number;
	readonly #unit: AngleUnit;

	constructor(unit: AngleUnit, x: number, y: number, z: number) {
		this.#unit = unit;
		this.x = x;
		this.y = y;
		this.z = z;
	}

	set(x: VectorLike, y?: number, z?: number): this {
		[this.x, this.y, this.z] = coordinatesOf(x, y, z);
		return this;
	}
	copy(): Vector {
		return new Vector(this.#unit, this.x, this.y, this.z);
	}
	add(x: VectorLike, y?: number, z?: number): this {
		const [dx, dy, dz] = coordinatesOf(x, y, z);
		return this.set(this.x + dx, this.y + dy, this.z + dz);
	}
	sub(x: VectorLike, y?: number, z?: number): this {
		const [dx, dy, dz] = coordinatesOf(x, y, z);
		return this.set(this.x - dx, this.y - dy, this.z - dz);
	}
	mult(factor: number): this {
		return this.set(this.x * factor, this.y * factor, this.z * factor);
	}
	/** Divides the vector. Division by zero changes nothing, as in p5. */
	div(divisor: number): this {
		return divisor === 0 ? this : this.mult(1 / divisor);
	}
	mag(): number {
		return Math.hypot(this.x, this.y, this.z);
	}
	setMag(length: number): this {
		return length === 0 ? this.mult(0) : this.div(this.mag() / length);
	}
	normalize(): this {
		return this.div(this.mag());
	}
	limit(longest: number): this {
		return this.mag() > longest ? this.setMag(longest) : this;
	}
	dist(other: Vector): number {
		return Math.hypot(this.x - other.x, this.y - other.y, this.z - other.z);
	}
	dot(x: VectorLike, y?: number, z?: number): number {
		const [ox, oy, oz] = coordinatesOf(x, y, z);
		return this.x * ox + this.y * oy + this.z * oz;
	}
	lerp(other: Vector, part: number): this {
		return this.set(
			this.x + (other.x - this.x) * part,
			this.y + (other.y - this.y) * part,
			this.z + (other.z - this.z) * part
		);
	}
	heading(): number {
		return this.#unit.fromRadians(Math.atan2(this.y, this.x));
	}
	rotate(angle: number): this {
		const [sine, cosine] = [Math.sin(this.#unit.toRadians(angle)), Math.cos(this.#unit.toRadians(angle))];
		return this.set(this.x * cosine - this.y * sine, this.x * sine + this.y * cosine, this.z);
	}
	setHeading(angle: number): this {
		const length = Math.hypot(this.x, this.y);
		const radians = this.#unit.toRadians(angle);
		return this.set(length * Math.cos(radians), length * Math.sin(radians), this.z);
	}
	angleBetween(other: Vector): number {
		const lengthProduct = this.mag() * other.mag();
		const cosine = lengthProduct === 0 ? 1 : Math.min(1, Math.max(-1, this.dot(other) / lengthProduct));
		const turnSign = Math.sign(this.x * other.y - this.y * other.x) || 1;
		return this.#unit.fromRadians(Math.acos(cosine) * turnSign);
	}
	equals(x: VectorLike, y?: number, z?: number): boolean {
		const [ox, oy, oz] = coordinatesOf(x, y, z);
		return this.x === ox && this.y === oy && this.z === oz;
	}
	array(): number[] {
		return [this.x, this.y, this.z];
	}
	toString(): string {
		return `[${this.x}, ${this.y}, ${this.z}]`;
	}
}

function coordinatesOf(first: VectorLike, y = 0, z = 0): [number, number, number] {
	if (first instanceof Vector) return [first.x, first.y, first.z];
	if (typeof first === 'number') return [first, y, z];
	return [first[0] ?? 0, first[1] ?? 0, first[2] ?? 0];
}
