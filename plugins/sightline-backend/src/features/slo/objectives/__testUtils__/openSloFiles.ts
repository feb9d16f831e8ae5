/** How the running example states an objective: orders are accepted, most of the time. */
export const ordersSlo = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: orders-availability
  displayName: Orders are accepted
spec:
  description: An order is accepted or refused, and not lost.
  service: orders
  indicator:
    metadata:
      name: orders-accepted
      displayName: requests answered below 500
    spec:
      ratioMetric:
        counter: true
        bad:
          metricSource:
            type: Prometheus
            spec:
              query: sum(increase(http_requests_total{service="orders",code=~"5.."}[$window]))
        total:
          metricSource:
            type: Prometheus
            spec:
              query: sum(increase(http_requests_total{service="orders"}[{{.window}}]))
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.995
`;

/** A file with one of its lines written otherwise; a line that is not there is a mistake of the test. */
export const written = (
  text: string,
  line: string,
  instead: string,
): string => {
  if (!text.includes(line)) {
    throw new Error(`There is no '${line}'`);
  }
  return text.replace(line, () => instead);
};
