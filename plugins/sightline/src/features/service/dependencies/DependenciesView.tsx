import {
  CatalogPatch,
  DependencyDrift,
  Dossier,
} from '@sightline/backstage-plugin-sightline-common';
import { useState } from 'react';
import type { Asked } from '../../../api';
import { Button } from '../../../ui/Button';
import { ExportButtons } from '../../../ui/export/ExportButtons';
import { Card } from '../../../ui/panels/Card';
import { EmptyPanel } from '../../../ui/panels/EmptyPanel';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { DeclaredList } from './DeclaredList';
import { DriftList } from './DriftList';
import { DriftSummary } from './DriftSummary';
import { driftExports } from './driftExports';
import { PatchDialog } from './PatchDialog';

const config = `# catalog-info.yaml
spec:
  dependsOn: [component:ledger, resource:orders-db]
  consumesApis: [payments-api]`;

type DependenciesViewProps = {
  drift: Asked<DependencyDrift>;
  /** stands in with what is declared while the drift cannot be had */
  dossier: Asked<Dossier>;
  /** of the service, for files */
  name: string;
  /** where the file with the service's declaration is edited */
  hrefOf: (patch: CatalogPatch) => string | undefined;
};

/** What this service needs: as declared, as seen and as contracted, and where these disagree. */
export const DependenciesView = (props: DependenciesViewProps) => {
  const { drift, hrefOf } = props;
  const patch = drift.value?.patch;
  return (
    <Card
      title="Dependencies"
      aside={
        drift.value &&
        drift.value.rows.length > 0 && (
          <ExportButtons
            of="Dependencies"
            file={`${props.name}-dependencies`}
            rows={drift.value.rows}
            columns={driftExports}
          />
        )
      }
    >
      {drift.value && drift.problem && (
        <StaleNote
          problem={drift.problem}
          since={drift.since}
          onRetry={drift.retry}
        />
      )}
      <Body {...props} />
      {patch && <Patch patch={patch} href={hrefOf(patch)} />}
    </Card>
  );
};

const Body = ({ drift, dossier }: DependenciesViewProps) => {
  if (drift.state === 'failed' && drift.problem) {
    return <WithoutDrift drift={drift} dossier={dossier} />;
  }
  if (drift.value?.rows.length === 0) {
    return (
      <>
        <DriftSummary drift={drift.value} />
        <EmptyPanel title="Nothing declared, nothing seen" config={config}>
          Declare what this service needs, so that others can see what a change
          hits:
        </EmptyPanel>
      </>
    );
  }
  return (
    <>
      <DriftSummary drift={drift.value} />
      <DriftList drift={drift.value} />
    </>
  );
};

/** Half an answer is shown as half an answer: the problem, and what is declared all the same. */
const WithoutDrift = ({
  drift,
  dossier,
}: Pick<DependenciesViewProps, 'drift' | 'dossier'>) => {
  const declared = dossier.value?.dependencies;
  const known = declared?.state === 'known' ? declared.value : [];
  if (known.length === 0) {
    return (
      <ProblemPanel
        problem={drift.problem!}
        what="what this service needs"
        onRetry={drift.retry}
      />
    );
  }
  return (
    <>
      <StaleNote
        word="Declared only"
        problem={drift.problem!}
        onRetry={drift.retry}
      />
      <DeclaredList dependencies={known} />
    </>
  );
};

const Patch = ({ patch, href }: { patch: CatalogPatch; href?: string }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="outlined"
        style={{ marginTop: 12 }}
        onClick={() => setOpen(true)}
      >
        Make the catalog tell what is seen
      </Button>
      <PatchDialog
        patch={patch}
        href={href}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  );
};
