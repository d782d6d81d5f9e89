// Writes public/findings.svg: a drawn example for every concern of the photo check,
// each a <symbol> under the concern's code, and what a good photo looks like.
//   node style/findings.mjs
// One card of 35 x 45 mm is 70 x 90 units; the head stands on it as the guide for
// the card says (4 mm above it, 34 mm high). Everything is in the colour of the text
// around it, so that it also shows in forced colours; `Canvas` is the paper.
import { writeFileSync } from "node:fs";

const path = (d, more = "") => `<path d="${d}"${more}/>`;
const ink = ' fill="currentColor" stroke="none"';
const shade = (depth) => ` fill="currentColor" fill-opacity="${depth}" stroke="none"`;
const group = (more, ...parts) => `<g ${more}>${parts.join("")}</g>`;
const dots = (y, ...xs) => xs.map((x) => `<circle cx="${x}" cy="${y}" r="2.2"${ink}/>`).join("");

const SHOULDERS = "M2 92c2-11 13-12 24-15v-9h18v9c11 3 22 4 24 15Z";
const FACE = "M14 40c0 21 9 36 21 36s21-15 21-36v-14H14Z";
const HAIR = "M13 46C8 22 18 8 35 8s27 14 22 38c-1-9-3-13-7-17-9 3-21 2-28-2-4 5-7 10-9 19Z";
const FORM = "M2 92c2-11 13-12 24-15v-6C17 66 8 48 12 28 15 14 23 8 35 8s20 6 23 20c4 20-5 38-14 43v6c11 3 22 4 24 15Z";

const card = '<rect x="1" y="1" width="68" height="88" rx="2" stroke-width="1.5"/>';
const paper = ' fill="Canvas"';
const shoulders = path(SHOULDERS, paper);
const head = path(FACE, paper) + path(HAIR, ink);
const eyes = dots(45, 27, 43);
const mouth = path("M29 63c4 2 8 2 12 0");
const nose = path("M35 48v7");
const looks = eyes + nose + mouth;
const person = shoulders + head + looks;
// In the corner, where the background is.
const sun = '<circle cx="59" cy="11" r="4"/>' + path("M59 1.5v2M59 18.5v2M49.5 11h2M52.3 4.300l1.4 1.400M52.3 17.700l1.4-1.4");
const moon = path("M65 15a7 7 0 1 1-6-11 6 6 0 0 0 6 11Z", ' fill="Canvas"');
const glasses = '<rect x="19" y="39" width="13.5" height="11" rx="4"/><rect x="37.5" y="39" width="13.5" height="11" rx="4"/>' + path("M32.5 43h5");
const moved = (how, ...parts) => group(`transform="${how}"`, ...parts);
const faint = (depth, ...parts) => group(`opacity="${depth}"`, ...parts);
const half = (x) => moved(`translate(${x} 43)scale(.5)`, person);

const symbols = {
  good: person,
  no_face: path("M35 8C21 8 14 20 14 40s9 36 21 36 21-16 21-36S49 8 35 8Z", ' stroke-dasharray="4 4"'),
  several_faces: half(1) + half(34),
  head_cut: moved("translate(0 -24)", person, path("M3 89h64v40H3Z", ' fill="Canvas" stroke="none"')),
  face_too_small: moved("translate(19 48)scale(.46)", person),
  face_too_large: moved("translate(-24.5 -30)scale(1.7)", person),
  face_off_centre: moved("translate(21 2)", person),
  few_pixels:
    path("M21 13h28v7h7v42h-7v14h-7v7H28v-7h-7V62h-7V20h7Z", paper) +
    path("M21 13h28v7h7v21h-7V27H21v14h-7V20h7Z", ink) +
    path("M21 76h7v7h14v-7h7v7h14v9H7v-9h14Z", paper) +
    path("M24 45h6v6h-6ZM40 45h6v6h-6ZM28 61h14v5H28Z", ink),
  face_turned:
    shoulders +
    path("M20 40c0 14 3 26 11 33 4 4 13 4 17 0 3-4 4-8 4-13l4-3-4-8V22H20Z", paper) +
    path("M22 58C8 50 8 8 35 8c14 0 20 9 18 19-8 3-14 2-20-1-1 10-2 15-6 19 0 6-2 10-5 13Z", ink) +
    dots(43, 46) + path("M43 64c3 1 6 1 8 0"),
  face_up_or_down:
    shoulders + path(FACE, paper) +
    path("M13 52C6 22 18 8 35 8s29 14 22 44c-1-6-3-9-6-11-10 3-23 2-30-1-4 3-7 6-8 12Z", ink) +
    path("M24 56c2 1.5 4 1.5 6 0M40 56c2 1.5 4 1.5 6 0M35 58v6M30 69c3 1 7 1 10 0"),
  head_tilted: shoulders + moved("rotate(20 35 74)", head, looks),
  too_dark: person + `<rect x="1" y="1" width="68" height="88" rx="2"${shade(0.45)}/>` + moon,
  too_bright: faint(0.3, person) + sun,
  low_contrast: `<rect x="1" y="1" width="68" height="88" rx="2"${shade(0.25)}/>` + path(FORM, shade(0.2)) + faint(0.35, path(FORM), looks),
  uneven_light: person + path("M35 8c18 0 26 14 22 38-1 18-11 30-22 30Z", shade(0.5)),
  blurred: faint(0.3, moved("translate(-4 1)", person)) + faint(0.35, moved("translate(4 -1)", path(FORM), path(HAIR, shade(0.5)), looks)),
  background_not_plain:
    path("M1 30h68M1 62h68M12 30V10h6v20M18 30V14h5v16M52 30V8h6v22M58 30V15h6v15M6 62V42h6v20M60 62V44h5v18") + person,
  background_shadow: moved("translate(13 0)", path(FORM, shade(0.4))) + person,
  sunglasses: person + path("M17 38h16l-1 8c-1 6-12 6-13 0ZM37 38h16l-2 8c-1 6-12 6-13 0ZM32 39h6", ' fill="currentColor"'),
  eyes_unclear: shoulders + head + nose + mouth + glasses + path("M21 48l7-8M26 49l5-6M40 48l7-8M45 49l5-6"),
  eyes_clear: person + glasses,
  head_covered: shoulders + path(FACE, paper) + looks + path("M12 34C12 14 20 6 35 6s23 8 23 28Z", ' fill="currentColor"') + path("M10 34h56", ' stroke-width="5"'),
  mouth_covered: shoulders + head + eyes + path("M17 53c6-2 12-4 18-4s12 2 18 4c-1 13-8 23-18 23S18 66 17 53Z", paper) + path("M17 53l-4-6M53 53l4-6M24 60h22M25 66h20"),
  black_and_white: `<rect x="1" y="1" width="68" height="88" rx="2"${shade(0.15)}/>` + person + path(FACE, shade(0.15)) + path(SHOULDERS, shade(0.35)),
  old_photo: person + '<circle cx="57" cy="14" r="10" fill="Canvas"/>' + path("M57 8v6l4 3"),
  edited: person + path("M57 4l2.5 7.500L67 14l-7.5 2.500L57 24l-2.5-7.500L47 14l7.5-2.500ZM12 52l1.5 4.500L18 58l-4.5 1.500L12 64l-1.5-4.500L6 58l4.5-1.500Z", ' fill="Canvas"'),
  screenshot:
    '<rect x="14" y="5" width="42" height="80" rx="5" fill="Canvas"/>' + path("M14 14h42M14 75h42M31 80h8") + moved("translate(17.5 30)scale(.5)", person),
};

const trimmed = (drawing) => drawing.replaceAll(/(\.\d*?)0+(?=\D)/g, "$1").replaceAll(" />", "/>");
const symbol = ([code, drawing]) => `<symbol id="${code}" viewBox="0 0 70 90">${card}${trimmed(drawing)}</symbol>`;
const all = Object.entries(symbols).map(symbol).join("\n");
const look = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
// The look stands on each drawing: a symbol does not inherit what stands around it here.
const drawn = all.replaceAll('viewBox="0 0 70 90">', `viewBox="0 0 70 90"><g ${look}>`).replaceAll("</symbol>", "</g></symbol>");
const file = new URL("public/findings.svg", import.meta.url);
writeFileSync(file, `<svg xmlns="http://www.w3.org/2000/svg">\n${drawn}\n</svg>\n`);
console.log(`${Object.keys(symbols).length} drawings`);
