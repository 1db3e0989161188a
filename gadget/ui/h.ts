type Child = Node | string | null | undefined;
type Attribute = string | number | boolean | null | undefined | ((event: Event) => void);

/**
 * Creates an element. Strings become text nodes. A function becomes a listener for the event in the attribute's name
 * (`onclick`); `true` sets an attribute without a value; `false` and null omit it.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Readonly<Record<string, Attribute>> = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag);
	for (const name of Object.keys(attributes)) {
		const value = attributes[name];
		if (typeof value === 'function') element.addEventListener(name.slice(2), value);
		else if (value === true) element.setAttribute(name, '');
		else if (value !== false && value !== null && value !== undefined) {
			element.setAttribute(name, String(value));
		}
	}
	appendChildren(element, ...children);
	return element;
}

export function appendChildren(parent: Element, ...children: readonly Child[]): void {
	for (const child of children) {
		if (child === null || child === undefined) continue;
		parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
	}
}

/** A checkbox or radio button followed by its label. */
export function labeledInput(input: HTMLInputElement, ...label: readonly Child[]): HTMLElement {
	return h('div', { class: 'wikilearn-option' }, input, h('label', { for: input.id }, ...label));
}

/** Replaces an element's children. */
export function fill(parent: Element, ...children: readonly Child[]): void {
	parent.textContent = '';
	appendChildren(parent, ...children);
}
