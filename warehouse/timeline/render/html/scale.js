"use strict";
// Days and ticks. Days are counted as Python's date.toordinal does: 1 is 1 January of year 1.

const UNIX_EPOCH = 719163; // 1 January 1970
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function calendar(day) {
  const moment = new Date((day - UNIX_EPOCH) * 86400000);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth(), day: moment.getUTCDate() };
}

function dayOf(year, month) {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month, 1); // Date.UTC would read the year 90 as 1990
  return Math.round(moment.getTime() / 86400000) + UNIX_EPOCH;
}

function dayWords(day) {
  const { year, month, day: number } = calendar(day);
  return `${number} ${MONTHS[month]} ${year}`;
}

// Steps between ticks: every n days from the first of the month, every n months, every n years.
const STEPS = [
  { unit: "day", n: 1, days: 1 }, { unit: "day", n: 2, days: 2 }, { unit: "day", n: 5, days: 5 }, { unit: "day", n: 10, days: 10 },
  { unit: "month", n: 1, days: 30.4 }, { unit: "month", n: 3, days: 91.3 }, { unit: "month", n: 6, days: 182.6 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((n) => ({ unit: "year", n, days: n * 365.25 })),
];
const LABEL_WIDTH = { day: 26, month: 38, year: 48 }; // pixels

function ticks(first, last, width) {
  const pixelsPerDay = width / (last - first);
  const step = STEPS.find((each) => each.days * pixelsPerDay >= LABEL_WIDTH[each.unit]) || STEPS[STEPS.length - 1];
  if (step.unit === "day") return dayTicks(first, last, step.n);
  if (step.unit === "month") return monthTicks(first, last, step.n);
  return yearTicks(first, last, step.n);
}

// A tick: the day it stands at, its label, the label of the larger unit (where that begins, and at the first tick), whether the unit begins there.
function dayTicks(first, last, n) {
  const found = [];
  for (let day = Math.ceil(first); day <= last; day += 1) {
    const { year, month, day: number } = calendar(day);
    const regular = n === 1 || (number - 1) % n === 0;
    if (!regular || (n > 1 && number > 31 - n / 2)) continue;
    const above = number === 1 || !found.length ? `${MONTHS[month]} ${year}` : "";
    found.push({ day, label: String(number), above, first: number === 1 });
  }
  return found;
}

function monthTicks(first, last, n) {
  const found = [];
  const from = calendar(first);
  for (let index = from.year * 12 + Math.floor(from.month / n) * n; ; index += n) {
    const year = Math.floor(index / 12);
    const month = index % 12;
    const day = dayOf(year, month);
    if (day > last) return found;
    if (day >= first) found.push({ day, label: MONTHS[month], above: month === 0 || !found.length ? String(year) : "", first: month === 0 });
  }
}

function yearTicks(first, last, n) {
  const found = [];
  for (let year = Math.max(1, Math.floor(calendar(first).year / n) * n); ; year += n) {
    const day = dayOf(year, 0);
    if (day > last) return found;
    if (day >= first) found.push({ day, label: String(year), above: "", first: false });
  }
}
