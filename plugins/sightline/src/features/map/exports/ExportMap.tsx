import { CallMap } from '@sightline/backstage-plugin-sightline-common';
import { Button } from '../../../ui/Button';
import { download } from '../../../ui/download';
import { useMapColours } from '../graph/mapColours';
import { leftOutWords } from '../leftOutWords';
import { nodeName } from '../nodeWords';
import { CallMapPage } from '../useCallMap';
import { windowWords } from '../windowWords';
import { MapFile } from './MapFile';
import { drawnFile } from './drawnFile';
import { fileName, mapCsv, mapJson } from './mapFiles';

const titleOf = ({ query }: CallMapPage, map: CallMap): string => {
  const { focus, environment } = query;
  const what = focus
    ? `Calls around ${nodeName(
        map.nodes.find(({ id }) => id === focus),
        focus,
      )}`
    : 'Who calls whom';
  return environment ? `${what}, in ${environment}` : what;
};

const notesOf = (map: CallMap) => [
  windowWords(map.window),
  ...(map.compared ? [`compared with ${windowWords(map.compared)}`] : []),
  ...leftOutWords(map),
];

/** Exactly what is shown, as a picture or as data. */
export const ExportMap = ({ page }: { page: CallMapPage }) => {
  const colours = useMapColours();
  const { drawn, answer, query, impact } = page;
  const map = answer.value?.map;
  const save = (content: string, type: string, ending: string) =>
    download(new Blob([content], { type }), `${fileName(map!)}.${ending}`);
  const onSvg = () =>
    save(
      drawnFile(
        <MapFile
          map={drawn!.map}
          layout={drawn!.layout}
          title={titleOf(page, drawn!.map)}
          notes={notesOf(drawn!.map)}
          colours={colours}
          focus={query.focus}
          chosen={query.chosen}
          shares={impact.shares}
        />,
      ),
      'image/svg+xml',
      'svg',
    );
  return (
    <>
      <Button
        style={narrow}
        disabled={!drawn}
        title="The drawing, as a file"
        onClick={onSvg}
      >
        SVG
      </Button>
      <Button
        style={narrow}
        disabled={!map}
        title="A line an edge, of those that are shown"
        onClick={() => save(mapCsv(map!), 'text/csv', 'csv')}
      >
        CSV
      </Button>
      <Button
        style={narrow}
        disabled={!map}
        title="Everything that is shown, as data"
        onClick={() => save(mapJson(map!), 'application/json', 'json')}
      >
        JSON
      </Button>
    </>
  );
};

const narrow = { minWidth: 0 };
