<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>isocost</name>
    <message>
      <source>Workload</source>
      <translation>Arbeitslast</translation>
    </message>
    <message>
      <source>Who asks what, how often, and how unevenly.</source>
      <translation>Wer was fragt, wie oft und wie ungleichmäßig.</translation>
    </message>
    <message>
      <source>Template</source>
      <translation>Vorlage</translation>
    </message>
    <message>
      <source>Kind of request the lengths and the shape were taken from.</source>
      <translation>Art der Anfrage, von der Längen und Form übernommen sind.</translation>
    </message>
    <message>
      <source>Context per request</source>
      <translation>Kontext je Anfrage</translation>
    </message>
    <message>
      <source>Mean input tokens of a request: system prompt, retrieved documents, history and question.</source>
      <translation>Mittlere Eingabetoken einer Anfrage: System-Prompt, abgerufene Dokumente, Verlauf und Frage.</translation>
    </message>
    <message>
      <source>Output per request</source>
      <translation>Ausgabe je Anfrage</translation>
    </message>
    <message>
      <source>Mean generated tokens of a request, reasoning included.</source>
      <translation>Mittlere erzeugte Token einer Anfrage, Reasoning eingeschlossen.</translation>
    </message>
    <message>
      <source>Input from cache</source>
      <translation>Eingabe aus dem Cache</translation>
    </message>
    <message>
      <source>Share of input tokens found in the prefix cache and not computed again.</source>
      <translation>Anteil der Eingabetoken, die im Präfix-Cache liegen und nicht neu berechnet werden.</translation>
    </message>
    <message>
      <source>Input length variation</source>
      <translation>Streuung der Eingabelänge</translation>
    </message>
    <message>
      <source>Coefficient of variation of the input length.</source>
      <translation>Variationskoeffizient der Eingabelänge.</translation>
    </message>
    <message>
      <source>Output length variation</source>
      <translation>Streuung der Ausgabelänge</translation>
    </message>
    <message>
      <source>Coefficient of variation of the output length.</source>
      <translation>Variationskoeffizient der Ausgabelänge.</translation>
    </message>
    <message>
      <source>Users</source>
      <translation>Nutzer</translation>
    </message>
    <message>
      <source>People, agents or systems that send requests.</source>
      <translation>Menschen, Agenten oder Systeme, die Anfragen stellen.</translation>
    </message>
    <message>
      <source>Requests per user</source>
      <translation>Anfragen je Nutzer</translation>
    </message>
    <message>
      <source>Requests of one user on an active day.</source>
      <translation>Anfragen eines Nutzers an einem aktiven Tag.</translation>
    </message>
    <message>
      <source>Active days a month</source>
      <translation>Aktive Tage im Monat</translation>
    </message>
    <message>
      <source>Days a month on which a user is active: 21 for office work, 30.4 for every day.</source>
      <translation>Tage im Monat, an denen ein Nutzer aktiv ist: 21 für Büroarbeit, 30.4 für jeden Tag.</translation>
    </message>
    <message>
      <source>Peak over mean</source>
      <translation>Spitze zu Mittel</translation>
    </message>
    <message>
      <source>Busiest hour over the mean of the week; the fleet is sized for the peak.</source>
      <translation>Spitzenstunde geteilt durch das Mittel der Woche; die Flotte ist auf die Spitze ausgelegt.</translation>
    </message>
    <message>
      <source>Arrival burstiness</source>
      <translation>Stoßartigkeit der Ankünfte</translation>
    </message>
    <message>
      <source>Coefficient of variation of the time between arrivals: 1 is Poisson.</source>
      <translation>Variationskoeffizient der Zeit zwischen Ankünften: 1 ist Poisson.</translation>
    </message>
    <message>
      <source>Demand over the week</source>
      <translation>Nachfrage über die Woche</translation>
    </message>
    <message>
      <source>When the requests come: hour by hour, and from which time zones.</source>
      <translation>Wann die Anfragen kommen: Stunde für Stunde und aus welchen Zeitzonen.</translation>
    </message>
    <message>
      <source>Shape of the week</source>
      <translation>Form der Woche</translation>
    </message>
    <message>
      <source>The 168 hours of a week that demand follows; a shape of your own travels in the scenario.</source>
      <translation>Die 168 Stunden einer Woche, denen die Nachfrage folgt; eine eigene Form wird im Szenario mitgeführt.</translation>
    </message>
    <message>
      <source>Demand over time</source>
      <translation>Nachfrage über die Zeit</translation>
    </message>
    <message>
      <source>As given: one figure says how far the busiest hour is above the mean. By the shape: peak, tracking and the load-duration curve follow from 168 hours.</source>
      <translation>Wie angegeben: Eine Zahl sagt, wie weit die Spitzenstunde über dem Mittel liegt. Nach der Form: Spitze, Nachführen und Lastdauerkurve folgen aus 168 Stunden.</translation>
    </message>
    <message>
      <source>as given: peak over mean</source>
      <translation>wie angegeben: Spitze zu Mittel</translation>
    </message>
    <message>
      <source>by the shape of the week</source>
      <translation>nach der Form der Woche</translation>
    </message>
    <message>
      <source>Time zones of the users</source>
      <translation>Zeitzonen der Nutzer</translation>
    </message>
    <message>
      <source>Users, evenly spread over the zones, follow the shape by their own clock: the sum is flatter.</source>
      <translation>Die Nutzer sind gleichmäßig auf die Zeitzonen verteilt und folgen der Form nach ihrer eigenen Uhr: Die Summe ist flacher.</translation>
    </message>
    <message>
      <source>one</source>
      <translation>eine</translation>
    </message>
    <message>
      <source>two, 6 h apart</source>
      <translation>zwei, 6 h auseinander</translation>
    </message>
    <message>
      <source>two, 8 h apart</source>
      <translation>zwei, 8 h auseinander</translation>
    </message>
    <message>
      <source>three, 8 h apart</source>
      <translation>drei, 8 h auseinander</translation>
    </message>
    <message>
      <source>Autoscaling lead time</source>
      <translation>Vorlauf der Autoskalierung</translation>
    </message>
    <message>
      <source>Time from the need for a replica to its answers, loading of weights apart: capacity covers the busiest hour within it.</source>
      <translation>Zeit vom Bedarf an einem Replikat bis zu seinen Antworten, ohne das Laden der Gewichte: Die Kapazität deckt die höchste Stunde innerhalb dieser Zeit.</translation>
    </message>
    <message>
      <source>Weights load at</source>
      <translation>Gewichte laden mit</translation>
    </message>
    <message>
      <source>Bandwidth per accelerator at which a new replica reads its weights.</source>
      <translation>Bandbreite je Beschleuniger, mit der ein neues Replikat seine Gewichte liest.</translation>
    </message>
    <message>
      <source>Replicas always on</source>
      <translation>Immer laufende Replikate</translation>
    </message>
    <message>
      <source>Autoscaling never goes below this many replicas. Of a mixed fleet the own base always stands.</source>
      <translation>Unter diese Zahl von Replikaten geht die Autoskalierung nie. Bei einer gemischten Flotte steht die eigene Grundlast immer bereit.</translation>
    </message>
    <message>
      <source>Fleet covers</source>
      <translation>Flotte deckt</translation>
    </message>
    <message>
      <source>Within an hour arrivals scatter from minute to minute. To cover it, capacity lies a number of standard deviations above the hour: the more is pooled, the less that is (square-root staffing).</source>
      <translation>Innerhalb einer Stunde streuen die Ankünfte von Minute zu Minute. Um das zu decken, liegt die Kapazität eine Zahl von Standardabweichungen über der Stunde: Je mehr zusammengelegt wird, desto weniger ist das (Square-Root-Staffing).</translation>
    </message>
    <message>
      <source>the busiest hour</source>
      <translation>die Spitzenstunde</translation>
    </message>
    <message>
      <source>its busy minutes too</source>
      <translation>auch deren volle Minuten</translation>
    </message>
    <message>
      <source>Standard deviations covered</source>
      <translation>Gedeckte Standardabweichungen</translation>
    </message>
    <message>
      <source>Capacity above the busiest hour, in standard deviations of the requests of a minute.</source>
      <translation>Kapazität über der Spitzenstunde, in Standardabweichungen der Anfragen einer Minute.</translation>
    </message>
    <message>
      <source>Scatter of minutes</source>
      <translation>Streuung der Minuten</translation>
    </message>
    <message>
      <source>Variance over mean of the requests in a minute; 1 where they come by chance.</source>
      <translation>Varianz geteilt durch Mittel der Anfragen je Minute; 1, wo sie zufällig kommen.</translation>
    </message>
    <message>
      <source>Separate fleets</source>
      <translation>Getrennte Flotten</translation>
    </message>
    <message>
      <source>Fleets that tenants of equal size keep for themselves; 1 pools all of them.</source>
      <translation>Flotten, die gleich große Mandanten je für sich halten; 1 legt alle zusammen.</translation>
    </message>
    <message>
      <source>Growth per month</source>
      <translation>Wachstum je Monat</translation>
    </message>
    <message>
      <source>Growth of demand in a month; the fleet is sized for the end of the planning horizon.</source>
      <translation>Wachstum der Nachfrage in einem Monat; die Flotte ist auf das Ende des Planungshorizonts ausgelegt.</translation>
    </message>
    <message>
      <source>Planning horizon</source>
      <translation>Planungshorizont</translation>
    </message>
    <message>
      <source>Months ahead for which capacity is in place, with growth of demand till then.</source>
      <translation>Monate im Voraus, für die Kapazität bereitsteht, mit dem Wachstum der Nachfrage bis dahin.</translation>
    </message>
    <message>
      <source>Demand that can wait</source>
      <translation>Aufschiebbare Nachfrage</translation>
    </message>
    <message>
      <source>Share of requests that are content with an answer within a day and fill the troughs.</source>
      <translation>Anteil der Anfragen, denen eine Antwort binnen eines Tages genügt und die die Täler füllen.</translation>
    </message>
    <message>
      <source>Discount for waiting</source>
      <translation>Nachlass fürs Warten</translation>
    </message>
    <message>
      <source>What requests that can wait pay less.</source>
      <translation>Was Anfragen, die warten können, weniger zahlen.</translation>
    </message>
    <message>
      <source>Priority requests</source>
      <translation>Vorrangige Anfragen</translation>
    </message>
    <message>
      <source>Share of the requests that cannot wait that pay for capacity of their own.</source>
      <translation>Anteil der nicht aufschiebbaren Anfragen, die für eigene Kapazität zahlen.</translation>
    </message>
    <message>
      <source>Price of priority</source>
      <translation>Preis des Vorrangs</translation>
    </message>
    <message>
      <source>What priority requests pay, over the list price.</source>
      <translation>Was vorrangige Anfragen zahlen, geteilt durch den Listenpreis.</translation>
    </message>
    <message>
      <source>Reserve for priority</source>
      <translation>Reserve für Vorrang</translation>
    </message>
    <message>
      <source>Capacity held free for priority requests, over what their own peak takes.</source>
      <translation>Für vorrangige Anfragen freigehaltene Kapazität, bezogen auf das, was ihre eigene Spitze braucht.</translation>
    </message>
    <message>
      <source>Service limits</source>
      <translation>Dienstgrenzen</translation>
    </message>
    <message>
      <source>What the service promises; a point that breaks a limit is infeasible.</source>
      <translation>Was der Dienst verspricht; ein Punkt, der eine Grenze verletzt, ist unzulässig.</translation>
    </message>
    <message>
      <source>Limits hold for</source>
      <translation>Grenzen gelten für</translation>
    </message>
    <message>
      <source>Share of requests for which the limits must hold.</source>
      <translation>Anteil der Anfragen, für den die Grenzen gelten müssen.</translation>
    </message>
    <message>
      <source>the mean</source>
      <translation>das Mittel</translation>
    </message>
    <message>
      <source>half (p50)</source>
      <translation>die Hälfte (p50)</translation>
    </message>
    <message>
      <source>95 % (p95)</source>
      <translation>95 % (p95)</translation>
    </message>
    <message>
      <source>99 % (p99)</source>
      <translation>99 % (p99)</translation>
    </message>
    <message>
      <source>TPOT limit</source>
      <translation>TPOT-Grenze</translation>
    </message>
    <message>
      <source>Longest admissible time per output token after the first.</source>
      <translation>Längste zulässige Zeit je Ausgabetoken nach dem ersten.</translation>
    </message>
    <message>
      <source>TTFT limit</source>
      <translation>TTFT-Grenze</translation>
    </message>
    <message>
      <source>Longest admissible time to the first token.</source>
      <translation>Längste zulässige Zeit bis zum ersten Token.</translation>
    </message>
    <message>
      <source>Tiers &amp; routing</source>
      <translation>Stufen &amp; Routing</translation>
    </message>
    <message>
      <source>How requests are shared among the tiers of a scenario, each a model on machines of its own.</source>
      <translation>Wie sich Anfragen auf die Stufen eines Szenarios verteilen, jede ein Modell auf eigenen Maschinen.</translation>
    </message>
    <message>
      <source>Routing</source>
      <translation>Routing</translation>
    </message>
    <message>
      <source>Router: a small model reads the request and names the tier that answers it. Cascade: tier 1 answers, a judge reads the answer, and what it rejects the next tier answers again.</source>
      <translation>Router: Ein kleines Modell liest die Anfrage und bestimmt die Stufe, die sie beantwortet. Kaskade: Stufe 1 antwortet, ein Prüfer liest die Antwort, und was er ablehnt, beantwortet die nächste Stufe erneut.</translation>
    </message>
    <message>
      <source>none, tier 1 answers all</source>
      <translation>keins, nur Stufe 1</translation>
    </message>
    <message>
      <source>router chooses a tier</source>
      <translation>Router wählt die Stufe</translation>
    </message>
    <message>
      <source>cascade, passed on if rejected</source>
      <translation>Kaskade, bei Ablehnung weiter</translation>
    </message>
    <message>
      <source>Tiers in use</source>
      <translation>Genutzte Stufen</translation>
    </message>
    <message>
      <source>The first so many tiers serve; the others keep their inputs and take no part.</source>
      <translation>So viele der ersten Stufen bedienen; die übrigen behalten ihre Eingaben und nehmen nicht teil.</translation>
    </message>
    <message>
      <source>Share of tier 1</source>
      <translation>Anteil von Stufe 1</translation>
    </message>
    <message>
      <source>Share of all requests that the router sends to tier 1, of what earlier tiers leave. The last tier in use takes the rest.</source>
      <translation>Anteil aller Anfragen, die der Router an Stufe 1 schickt, von dem, was frühere Stufen übrig lassen. Die letzte genutzte Stufe nimmt den Rest.</translation>
    </message>
    <message>
      <source>Share of tier 2</source>
      <translation>Anteil von Stufe 2</translation>
    </message>
    <message>
      <source>Share of all requests that the router sends to tier 2, of what earlier tiers leave. The last tier in use takes the rest.</source>
      <translation>Anteil aller Anfragen, die der Router an Stufe 2 schickt, von dem, was frühere Stufen übrig lassen. Die letzte genutzte Stufe nimmt den Rest.</translation>
    </message>
    <message>
      <source>Share of tier 3</source>
      <translation>Anteil von Stufe 3</translation>
    </message>
    <message>
      <source>Share of all requests that the router sends to tier 3, of what earlier tiers leave. The last tier in use takes the rest.</source>
      <translation>Anteil aller Anfragen, die der Router an Stufe 3 schickt, von dem, was frühere Stufen übrig lassen. Die letzte genutzte Stufe nimmt den Rest.</translation>
    </message>
    <message>
      <source>Passed on by tier 1</source>
      <translation>Weitergereicht von Stufe 1</translation>
    </message>
    <message>
      <source>Share of the answers of tier 1 that the judge rejects, so that the next tier answers again. Has no effect in the last tier in use.</source>
      <translation>Anteil der Antworten von Stufe 1, die der Prüfer ablehnt, sodass die nächste Stufe erneut antwortet. Ohne Wirkung in der letzten genutzten Stufe.</translation>
    </message>
    <message>
      <source>Passed on by tier 2</source>
      <translation>Weitergereicht von Stufe 2</translation>
    </message>
    <message>
      <source>Share of the answers of tier 2 that the judge rejects, so that the next tier answers again. Has no effect in the last tier in use.</source>
      <translation>Anteil der Antworten von Stufe 2, die der Prüfer ablehnt, sodass die nächste Stufe erneut antwortet. Ohne Wirkung in der letzten genutzten Stufe.</translation>
    </message>
    <message>
      <source>Passed on by tier 3</source>
      <translation>Weitergereicht von Stufe 3</translation>
    </message>
    <message>
      <source>Share of the answers of tier 3 that the judge rejects, so that the next tier answers again. Has no effect in the last tier in use.</source>
      <translation>Anteil der Antworten von Stufe 3, die der Prüfer ablehnt, sodass die nächste Stufe erneut antwortet. Ohne Wirkung in der letzten genutzten Stufe.</translation>
    </message>
    <message>
      <source>Skill of the choice</source>
      <translation>Treffsicherheit der Wahl</translation>
    </message>
    <message>
      <source>How well router or judge tell requests that a tier answers well: 0 chooses blindly, 1 always gives the easiest to the first tier.</source>
      <translation>Wie gut Router oder Prüfer die Anfragen erkennen, die eine Stufe gut beantwortet: 0 wählt blind, 1 gibt stets die leichtesten der ersten Stufe.</translation>
    </message>
    <message>
      <source>Router per request</source>
      <translation>Router je Anfrage</translation>
    </message>
    <message>
      <source>What reading one request costs the router.</source>
      <translation>Was es den Router kostet, eine Anfrage zu lesen.</translation>
    </message>
    <message>
      <source>Time of the router</source>
      <translation>Zeit des Routers</translation>
    </message>
    <message>
      <source>Time from arrival until the router has named a tier.</source>
      <translation>Zeit von der Ankunft, bis der Router eine Stufe bestimmt hat.</translation>
    </message>
    <message>
      <source>Judge per answer</source>
      <translation>Prüfer je Antwort</translation>
    </message>
    <message>
      <source>What reading one request with its answer costs the judge.</source>
      <translation>Was es den Prüfer kostet, eine Anfrage mit ihrer Antwort zu lesen.</translation>
    </message>
    <message>
      <source>Time of the judge</source>
      <translation>Zeit des Prüfers</translation>
    </message>
    <message>
      <source>Time from the last token of an answer until it is accepted or passed on.</source>
      <translation>Zeit vom letzten Token einer Antwort, bis sie angenommen oder weitergereicht ist.</translation>
    </message>
    <message>
      <source>Answers are shown</source>
      <translation>Antworten erscheinen</translation>
    </message>
    <message>
      <source>Once accepted: the first token is seen when the judge has read the whole answer; only the last tier streams. At once: the first tier streams to everybody.</source>
      <translation>Sobald angenommen: Das erste Token erscheint, wenn der Prüfer die ganze Antwort gelesen hat; nur die letzte Stufe streamt. Sofort: Die erste Stufe streamt an alle.</translation>
    </message>
    <message>
      <source>once accepted</source>
      <translation>sobald angenommen</translation>
    </message>
    <message>
      <source>at once, replaced if rejected</source>
      <translation>sofort, bei Ablehnung ersetzt</translation>
    </message>
    <message>
      <source>Least quality</source>
      <translation>Mindestqualität</translation>
    </message>
    <message>
      <source>Share of answers that must be good; a service below it does not count as feasible.</source>
      <translation>Anteil der Antworten, die gut sein müssen; ein Dienst darunter gilt nicht als zulässig.</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>The served model, as counts that cost something: weights to read, tokens to keep, work per token.</source>
      <translation>Das bediente Modell, als Zahlen, die etwas kosten: zu lesende Gewichte, aufzubewahrende Token, Arbeit je Token.</translation>
    </message>
    <message>
      <source>Catalogue entry or imported config the counts were taken from.</source>
      <translation>Katalogeintrag oder importierte Konfiguration, aus der die Zahlen stammen.</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>Schichten</translation>
    </message>
    <message>
      <source>Transformer blocks; each costs a fixed time per step.</source>
      <translation>Transformer-Blöcke; jeder kostet eine feste Zeit je Schritt.</translation>
    </message>
    <message>
      <source>Hidden size</source>
      <translation>Hidden Size</translation>
    </message>
    <message>
      <source>Width of the residual stream.</source>
      <translation>Breite des Residualstroms.</translation>
    </message>
    <message>
      <source>Vocabulary</source>
      <translation>Vokabular</translation>
    </message>
    <message>
      <source>Tokens the output head scores; head weights are hidden size times vocabulary.</source>
      <translation>Token, die der Ausgabekopf bewertet; die Gewichte des Kopfs sind Hidden Size mal Vokabular.</translation>
    </message>
    <message>
      <source>Input embedding</source>
      <translation>Eingabe-Embedding</translation>
    </message>
    <message>
      <source>Input embedding table that is kept apart from the head; 0 where tied. Held in memory, not read whole.</source>
      <translation>Tabelle der Eingabe-Embeddings, die getrennt vom Kopf gehalten wird; 0, wo beide geteilt sind. Liegt im Speicher, wird aber nicht ganz gelesen.</translation>
    </message>
    <message>
      <source>Attention weights</source>
      <translation>Attention-Gewichte</translation>
    </message>
    <message>
      <source>Weights of all attention or other mixing layers, read every step.</source>
      <translation>Gewichte aller Attention- oder anderen mischenden Schichten, in jedem Schritt gelesen.</translation>
    </message>
    <message>
      <source>Dense FFN weights</source>
      <translation>Gewichte der dichten FFN</translation>
    </message>
    <message>
      <source>Weights of dense feed-forward layers, shared experts, routers and norms, read every step.</source>
      <translation>Gewichte der dichten Feed-Forward-Schichten, geteilten Experten, Router und Normen, in jedem Schritt gelesen.</translation>
    </message>
    <message>
      <source>Routed expert weights</source>
      <translation>Gewichte gerouteter Experten</translation>
    </message>
    <message>
      <source>Weights of all routed experts of all layers; a step reads those its tokens reach.</source>
      <translation>Gewichte aller gerouteten Experten aller Schichten; ein Schritt liest die, die seine Token erreichen.</translation>
    </message>
    <message>
      <source>Experts per layer</source>
      <translation>Experten je Schicht</translation>
    </message>
    <message>
      <source>Routed experts in one MoE layer; 1 with no expert weights means dense.</source>
      <translation>Geroutete Experten in einer MoE-Schicht; 1 ohne Expertengewichte heißt dicht.</translation>
    </message>
    <message>
      <source>Experts per token</source>
      <translation>Experten je Token</translation>
    </message>
    <message>
      <source>Routed experts each token is sent to.</source>
      <translation>Geroutete Experten, an die jedes Token geschickt wird.</translation>
    </message>
    <message>
      <source>MoE layers</source>
      <translation>MoE-Schichten</translation>
    </message>
    <message>
      <source>Layers with routed experts.</source>
      <translation>Schichten mit gerouteten Experten.</translation>
    </message>
    <message>
      <source>Attention</source>
      <translation>Attention</translation>
    </message>
    <message>
      <source>GQA shares keys and values by groups of heads and splits them over tensor parallelism; MLA keeps one latent per token on every rank.</source>
      <translation>GQA teilt Keys und Values je Gruppe von Köpfen und verteilt sie über die Tensor-Parallelität; MLA hält je Token einen latenten Vektor auf jedem Rank.</translation>
    </message>
    <message>
      <source>GQA / MHA / MQA</source>
      <translation>GQA / MHA / MQA</translation>
    </message>
    <message>
      <source>MLA (latent)</source>
      <translation>MLA (latent)</translation>
    </message>
    <message>
      <source>Query heads</source>
      <translation>Query-Köpfe</translation>
    </message>
    <message>
      <source>Query heads of an attention layer.</source>
      <translation>Query-Köpfe einer Attention-Schicht.</translation>
    </message>
    <message>
      <source>KV heads</source>
      <translation>KV-Köpfe</translation>
    </message>
    <message>
      <source>Key/value heads: tensor parallelism beyond this count keeps copies.</source>
      <translation>Key/Value-Köpfe: Tensor-Parallelität über diese Zahl hinaus hält Kopien.</translation>
    </message>
    <message>
      <source>Full-attention layers</source>
      <translation>Schichten mit voller Attention</translation>
    </message>
    <message>
      <source>Layers whose attention spans the whole context.</source>
      <translation>Schichten, deren Attention den ganzen Kontext umfasst.</translation>
    </message>
    <message>
      <source>Window layers</source>
      <translation>Fenster-Schichten</translation>
    </message>
    <message>
      <source>Layers whose attention spans a sliding window.</source>
      <translation>Schichten, deren Attention ein gleitendes Fenster umfasst.</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <source>Tokens a window layer looks back.</source>
      <translation>Token, die eine Fenster-Schicht zurückblickt.</translation>
    </message>
    <message>
      <source>Sparse attention span</source>
      <translation>Spanne dünner Attention</translation>
    </message>
    <message>
      <source>Cached tokens a full layer attends to at most when an indexer selects them (DeepSeek sparse attention); 0 = all.</source>
      <translation>Token im Cache, auf die eine volle Schicht höchstens achtet, wenn ein Indexer sie auswählt (DeepSeek Sparse Attention); 0 = alle.</translation>
    </message>
    <message>
      <source>Indexer cache per token</source>
      <translation>Indexer-Cache je Token</translation>
    </message>
    <message>
      <source>One-byte keys cached per token that select the sparse context, summed over layers.</source>
      <translation>Keys zu einem Byte je Token im Cache, die den dünnen Kontext auswählen, über alle Schichten summiert.</translation>
    </message>
    <message>
      <source>Indexer work</source>
      <translation>Arbeit des Indexers</translation>
    </message>
    <message>
      <source>FLOP of the indexer per new and cached token: 2 x index heads x index head size x layers.</source>
      <translation>FLOP des Indexers je neuem und gespeichertem Token: 2 x Indexköpfe x Größe eines Indexkopfs x Schichten.</translation>
    </message>
    <message>
      <source>KV elements per token</source>
      <translation>KV-Elemente je Token</translation>
    </message>
    <message>
      <source>Cached elements per token, summed over the full-attention layers; times the KV precision gives bytes.</source>
      <translation>Elemente im Cache je Token, über die Schichten mit voller Attention summiert; mal KV-Präzision ergibt Bytes.</translation>
    </message>
    <message>
      <source>KV elements per token in windows</source>
      <translation>KV-Elemente je Token, Fenster</translation>
    </message>
    <message>
      <source>Cached elements per token, summed over the window layers; kept for at most the window.</source>
      <translation>Elemente im Cache je Token, über die Fenster-Schichten summiert; höchstens für das Fenster gehalten.</translation>
    </message>
    <message>
      <source>Decode attention work</source>
      <translation>Attention-Arbeit im Decode</translation>
    </message>
    <message>
      <source>FLOP per generated token and cached token over all full-attention layers: 4 x heads x head size x layers for GQA.</source>
      <translation>FLOP je erzeugtem und je gespeichertem Token über alle Schichten mit voller Attention: 4 x Köpfe x Kopfgröße x Schichten bei GQA.</translation>
    </message>
    <message>
      <source>Prefill attention work</source>
      <translation>Attention-Arbeit im Prefill</translation>
    </message>
    <message>
      <source>FLOP per pair of tokens over all full-attention layers, before halving for the causal mask.</source>
      <translation>FLOP je Tokenpaar über alle Schichten mit voller Attention, vor dem Halbieren für die kausale Maske.</translation>
    </message>
    <message>
      <source>Window attention work</source>
      <translation>Attention-Arbeit im Fenster</translation>
    </message>
    <message>
      <source>FLOP per token and token in the window over all window layers.</source>
      <translation>FLOP je Token und je Token im Fenster über alle Fenster-Schichten.</translation>
    </message>
    <message>
      <source>Constant state per sequence</source>
      <translation>Fester Zustand je Sequenz</translation>
    </message>
    <message>
      <source>Recurrent state of linear-attention or SSM layers, whatever the context.</source>
      <translation>Rekurrenter Zustand der Schichten mit linearer Attention oder SSM, unabhängig vom Kontext.</translation>
    </message>
    <message>
      <source>Published bits per weight</source>
      <translation>Veröffentlichte Bits je Gewicht</translation>
    </message>
    <message>
      <source>Mean bits per weight of the published checkpoint, for weights held as published.</source>
      <translation>Mittlere Bits je Gewicht des veröffentlichten Checkpoints, für Gewichte, die wie veröffentlicht gehalten werden.</translation>
    </message>
    <message>
      <source>Answers accepted</source>
      <translation>Angenommene Antworten</translation>
    </message>
    <message>
      <source>Share of all requests that the model answers well enough to be used, were it to answer all. Routing trades it against cost. It depends on the task: measure it on yours.</source>
      <translation>Anteil aller Anfragen, die das Modell gut genug für den Gebrauch beantwortet, würde es alle beantworten. Routing wägt ihn gegen Kosten ab. Er hängt von der Aufgabe ab: an der eigenen messen.</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Präzision</translation>
    </message>
    <message>
      <source>In how many bits weights, arithmetic and the KV cache are held.</source>
      <translation>Mit wie vielen Bits Gewichte, Arithmetik und KV-Cache gehalten werden.</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Gewichte</translation>
    </message>
    <message>
      <source>Attention and dense weights. The input embedding and the output head stay in BF16.</source>
      <translation>Attention- und dichte Gewichte. Eingabe-Embedding und Ausgabekopf bleiben in BF16.</translation>
    </message>
    <message>
      <source>BF16</source>
      <translation>BF16</translation>
    </message>
    <message>
      <source>FP8</source>
      <translation>FP8</translation>
    </message>
    <message>
      <source>INT8</source>
      <translation>INT8</translation>
    </message>
    <message>
      <source>FP4</source>
      <translation>FP4</translation>
    </message>
    <message>
      <source>INT4</source>
      <translation>INT4</translation>
    </message>
    <message>
      <source>as published</source>
      <translation>wie veröffentlicht</translation>
    </message>
    <message>
      <source>Expert weights</source>
      <translation>Expertengewichte</translation>
    </message>
    <message>
      <source>Routed expert weights of an MoE model.</source>
      <translation>Gewichte der gerouteten Experten eines MoE-Modells.</translation>
    </message>
    <message>
      <source>Arithmetic</source>
      <translation>Arithmetik</translation>
    </message>
    <message>
      <source>Precision of matrix arithmetic; where the accelerator lacks it, the next wider one it has.</source>
      <translation>Präzision der Matrixarithmetik; wo sie dem Beschleuniger fehlt, die nächstbreitere, die er hat.</translation>
    </message>
    <message>
      <source>KV cache</source>
      <translation>KV-Cache</translation>
    </message>
    <message>
      <source>Precision of cached keys and values.</source>
      <translation>Präzision der Keys und Values im Cache.</translation>
    </message>
    <message>
      <source>Accelerator</source>
      <translation>Beschleuniger</translation>
    </message>
    <message>
      <source>One accelerator and its share of the server. Dense peaks; links per direction.</source>
      <translation>Ein Beschleuniger und sein Anteil am Server. Dichte Spitzenwerte; Links je Richtung.</translation>
    </message>
    <message>
      <source>Catalogue entry the figures were taken from.</source>
      <translation>Katalogeintrag, aus dem die Werte stammen.</translation>
    </message>
    <message>
      <source>Rent</source>
      <translation>Miete</translation>
    </message>
    <message>
      <source>Price of one rented accelerator with its share of the server, per hour.</source>
      <translation>Preis eines gemieteten Beschleunigers mit seinem Anteil am Server, je Stunde.</translation>
    </message>
    <message>
      <source>Accelerator price</source>
      <translation>Preis des Beschleunigers</translation>
    </message>
    <message>
      <source>Purchase price of one accelerator.</source>
      <translation>Kaufpreis eines Beschleunigers.</translation>
    </message>
    <message>
      <source>Server per accelerator</source>
      <translation>Server je Beschleuniger</translation>
    </message>
    <message>
      <source>Purchase price of the rest of the server (host, memory, board, switches inside), network adapter apart, per accelerator.</source>
      <translation>Kaufpreis des übrigen Servers (Host, Speicher, Board, Switches darin) ohne Netzadapter, je Beschleuniger.</translation>
    </message>
    <message>
      <source>Accelerators per server</source>
      <translation>Beschleuniger je Server</translation>
    </message>
    <message>
      <source>Accelerators in one server or tray.</source>
      <translation>Beschleuniger in einem Server oder Tray.</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Speicher</translation>
    </message>
    <message>
      <source>Usable memory of one accelerator.</source>
      <translation>Nutzbarer Speicher eines Beschleunigers.</translation>
    </message>
    <message>
      <source>Memory bandwidth</source>
      <translation>Speicherbandbreite</translation>
    </message>
    <message>
      <source>Peak memory bandwidth of one accelerator.</source>
      <translation>Höchste Speicherbandbreite eines Beschleunigers.</translation>
    </message>
    <message>
      <source>BF16 peak</source>
      <translation>BF16-Spitze</translation>
    </message>
    <message>
      <source>Dense BF16 peak.</source>
      <translation>Dichte BF16-Spitzenleistung.</translation>
    </message>
    <message>
      <source>FP8 peak</source>
      <translation>FP8-Spitze</translation>
    </message>
    <message>
      <source>Dense FP8 peak; 0 where the part has none.</source>
      <translation>Dichte FP8-Spitzenleistung; 0, wo das Teil keine hat.</translation>
    </message>
    <message>
      <source>INT8 peak</source>
      <translation>INT8-Spitze</translation>
    </message>
    <message>
      <source>Dense INT8 peak; 0 where the part has none.</source>
      <translation>Dichte INT8-Spitzenleistung; 0, wo das Teil keine hat.</translation>
    </message>
    <message>
      <source>FP4 peak</source>
      <translation>FP4-Spitze</translation>
    </message>
    <message>
      <source>Dense FP4 peak; 0 where the part has none.</source>
      <translation>Dichte FP4-Spitzenleistung; 0, wo das Teil keine hat.</translation>
    </message>
    <message>
      <source>Scale-up link</source>
      <translation>Scale-up-Link</translation>
    </message>
    <message>
      <source>Bandwidth of the scale-up link per accelerator and direction.</source>
      <translation>Bandbreite des Scale-up-Links je Beschleuniger und Richtung.</translation>
    </message>
    <message>
      <source>Scale-up domain</source>
      <translation>Scale-up-Domäne</translation>
    </message>
    <message>
      <source>Accelerators joined by the scale-up link.</source>
      <translation>Beschleuniger, die der Scale-up-Link verbindet.</translation>
    </message>
    <message>
      <source>Scale-out link</source>
      <translation>Scale-out-Link</translation>
    </message>
    <message>
      <source>Network bandwidth per accelerator and direction.</source>
      <translation>Netzbandbreite je Beschleuniger und Richtung.</translation>
    </message>
    <message>
      <source>Board power limit</source>
      <translation>Leistungsgrenze des Boards</translation>
    </message>
    <message>
      <source>Thermal design power of the accelerator alone.</source>
      <translation>Thermische Auslegungsleistung (TDP) des Beschleunigers allein.</translation>
    </message>
    <message>
      <source>All-in power</source>
      <translation>Gesamtleistung</translation>
    </message>
    <message>
      <source>Nameplate power of accelerator, host share and network share, before PUE.</source>
      <translation>Nennleistung von Beschleuniger, Host-Anteil und Netz-Anteil, vor PUE.</translation>
    </message>
    <message>
      <source>Deployment</source>
      <translation>Bereitstellung</translation>
    </message>
    <message>
      <source>How a replica is cut over accelerators and how hard it is loaded.</source>
      <translation>Wie ein Replikat auf Beschleuniger aufgeteilt und wie stark es ausgelastet wird.</translation>
    </message>
    <message>
      <source>Tensor parallel</source>
      <translation>Tensor-Parallelität</translation>
    </message>
    <message>
      <source>Accelerators that share every layer of one model copy.</source>
      <translation>Beschleuniger, die sich jede Schicht einer Modellkopie teilen.</translation>
    </message>
    <message>
      <source>Attention data parallel</source>
      <translation>Datenparallele Attention</translation>
    </message>
    <message>
      <source>Groups of a replica that keep their own sequences and share the experts.</source>
      <translation>Gruppen eines Replikats, die eigene Sequenzen halten und sich die Experten teilen.</translation>
    </message>
    <message>
      <source>Pipeline stages</source>
      <translation>Pipeline-Stufen</translation>
    </message>
    <message>
      <source>Stages the layers are cut into.</source>
      <translation>Stufen, in die die Schichten zerlegt sind.</translation>
    </message>
    <message>
      <source>Expert parallel</source>
      <translation>Experten-Parallelität</translation>
    </message>
    <message>
      <source>Ranks the routed experts are spread over; the rest of the split is by tensor.</source>
      <translation>Ranks, auf die die gerouteten Experten verteilt sind; die übrige Aufteilung erfolgt nach Tensoren.</translation>
    </message>
    <message>
      <source>Loaded by</source>
      <translation>Ausgelastet durch</translation>
    </message>
    <message>
      <source>What sets the load of a replica at the peak: mean concurrency, a share of its capacity, the most the limits allow, a fixed number of replicas, a closed loop that always keeps the concurrency in flight, batches of the concurrency submitted at once and run to their end, or a queue that never empties, of which as many run as fit.</source>
      <translation>Was die Last eines Replikats in der Spitze bestimmt: mittlere Zahl gleichzeitiger Sequenzen, ein Anteil seiner Kapazität, das Äußerste, was die Grenzen erlauben, eine feste Zahl von Replikaten, eine geschlossene Schleife, die stets so viele Sequenzen in Arbeit hält, Batches dieser Größe, die gemeinsam eingereicht und zu Ende gerechnet werden, oder eine nie leere Warteschlange, aus der so viele laufen, wie Platz haben.</translation>
    </message>
    <message>
      <source>concurrent sequences</source>
      <translation>gleichzeitige Sequenzen</translation>
    </message>
    <message>
      <source>share of capacity</source>
      <translation>Anteil der Kapazität</translation>
    </message>
    <message>
      <source>as hard as the limits allow</source>
      <translation>so weit die Grenzen erlauben</translation>
    </message>
    <message>
      <source>fixed replicas</source>
      <translation>feste Replikate</translation>
    </message>
    <message>
      <source>closed loop</source>
      <translation>geschlossene Schleife</translation>
    </message>
    <message>
      <source>static batches</source>
      <translation>feste Batches</translation>
    </message>
    <message>
      <source>a queue that never empties</source>
      <translation>eine nie leere Warteschlange</translation>
    </message>
    <message>
      <source>Concurrent sequences</source>
      <translation>Gleichzeitige Sequenzen</translation>
    </message>
    <message>
      <source>Sequences in flight per replica at the peak.</source>
      <translation>Sequenzen in Arbeit je Replikat in der Spitze.</translation>
    </message>
    <message>
      <source>Requests per client</source>
      <translation>Anfragen je Client</translation>
    </message>
    <message>
      <source>Requests each client of a closed loop sends one after the other. The first of all clients come at once and wait for each other; the fewer follow, the more they weigh.</source>
      <translation>Anfragen, die jeder Client einer geschlossenen Schleife nacheinander schickt. Die ersten aller Clients kommen zugleich und warten aufeinander; je weniger folgen, desto mehr wiegen sie.</translation>
    </message>
    <message>
      <source>Share of capacity</source>
      <translation>Anteil der Kapazität</translation>
    </message>
    <message>
      <source>Arrivals at the peak over the most a replica can serve.</source>
      <translation>Ankünfte in der Spitze geteilt durch das, was ein Replikat höchstens bedienen kann.</translation>
    </message>
    <message>
      <source>Replicas</source>
      <translation>Replikate</translation>
    </message>
    <message>
      <source>Number of replicas when it is fixed.</source>
      <translation>Zahl der Replikate, wenn sie fest ist.</translation>
    </message>
    <message>
      <source>Batch cap</source>
      <translation>Batch-Obergrenze</translation>
    </message>
    <message>
      <source>Most sequences the engine runs at once, memory permitting.</source>
      <translation>Höchstzahl von Sequenzen, die die Engine zugleich laufen lässt, sofern der Speicher reicht.</translation>
    </message>
    <message>
      <source>Token budget per step</source>
      <translation>Token-Budget je Schritt</translation>
    </message>
    <message>
      <source>Most tokens of decode and prefill together in one step (chunked prefill).</source>
      <translation>Höchstzahl von Token aus Decode und Prefill zusammen in einem Schritt (Chunked Prefill).</translation>
    </message>
    <message>
      <source>Prefill and decode</source>
      <translation>Prefill und Decode</translation>
    </message>
    <message>
      <source>Separate pools: prefill never delays decoding; the cache moves over the scale-out link.</source>
      <translation>Getrennte Pools: Der Prefill verzögert den Decode nie; der Cache wandert über den Scale-out-Link.</translation>
    </message>
    <message>
      <source>on one pool</source>
      <translation>in einem Pool</translation>
    </message>
    <message>
      <source>on separate pools</source>
      <translation>in getrennten Pools</translation>
    </message>
    <message>
      <source>Prefill workers</source>
      <translation>Prefill-Worker</translation>
    </message>
    <message>
      <source>Workers of the prefill pool of one replica; 0: both pools as large as their work asks.</source>
      <translation>Worker im Prefill-Pool eines Replikats; 0: beide Pools so groß, wie ihre Arbeit verlangt.</translation>
    </message>
    <message>
      <source>Decode workers</source>
      <translation>Decode-Worker</translation>
    </message>
    <message>
      <source>Workers of the decode pool of one replica, with the prefill workers given.</source>
      <translation>Worker im Decode-Pool eines Replikats, wenn die Prefill-Worker vorgegeben sind.</translation>
    </message>
    <message>
      <source>Tensor parallel of prefill workers</source>
      <translation>Tensor-Parallelität im Prefill</translation>
    </message>
    <message>
      <source>Of the prefill pool; 0: the four of its layout are those of decode.</source>
      <translation>Für den Prefill-Pool; 0: Die vier Angaben seines Layouts sind die des Decode-Pools.</translation>
    </message>
    <message>
      <source>Data parallel of prefill workers</source>
      <translation>Datenparallelität im Prefill</translation>
    </message>
    <message>
      <source>Attention groups of a prefill worker, where it has a layout of its own.</source>
      <translation>Attention-Gruppen eines Prefill-Workers, wo er ein eigenes Layout hat.</translation>
    </message>
    <message>
      <source>Pipeline stages of prefill workers</source>
      <translation>Pipeline-Stufen im Prefill</translation>
    </message>
    <message>
      <source>Stages of a prefill worker, where it has a layout of its own.</source>
      <translation>Pipeline-Stufen eines Prefill-Workers, wo er ein eigenes Layout hat.</translation>
    </message>
    <message>
      <source>Expert parallel of prefill workers</source>
      <translation>Experten-Parallelität im Prefill</translation>
    </message>
    <message>
      <source>Expert ranks of a prefill worker, where it has a layout of its own.</source>
      <translation>Experten-Ranks eines Prefill-Workers, wo er ein eigenes Layout hat.</translation>
    </message>
    <message>
      <source>Drafted tokens per step</source>
      <translation>Entworfene Token je Schritt</translation>
    </message>
    <message>
      <source>Tokens guessed ahead and verified in one step (multi-token prediction, speculative decoding).</source>
      <translation>Token, die vorab geraten und in einem Schritt geprüft werden (Multi-Token Prediction, spekulatives Dekodieren).</translation>
    </message>
    <message>
      <source>First drafted token accepted</source>
      <translation>Erstes Entwurfstoken angenommen</translation>
    </message>
    <message>
      <source>Probability that the first guess is right.</source>
      <translation>Wahrscheinlichkeit, dass die erste Schätzung stimmt.</translation>
    </message>
    <message>
      <source>Acceptance, guess to guess</source>
      <translation>Annahme, Schätzung zu Schätzung</translation>
    </message>
    <message>
      <source>Each further guess is right that much less often, if all before it were.</source>
      <translation>Jede weitere Schätzung stimmt um diesen Faktor seltener, wenn alle vor ihr stimmten.</translation>
    </message>
    <message>
      <source>Draft step over step of the model</source>
      <translation>Entwurfs- zu Modellschritt</translation>
    </message>
    <message>
      <source>Time, weights and cache of one guess over those of a step: a layer and the head for multi-token prediction, the ratio of sizes for a draft model.</source>
      <translation>Zeit, Gewichte und Cache einer Schätzung geteilt durch die eines Schritts: eine Schicht und der Kopf bei Multi-Token Prediction, das Verhältnis der Größen bei einem Entwurfsmodell.</translation>
    </message>
    <message>
      <source>Steps between looks at the queue</source>
      <translation>Schritte zwischen Blicken zur Queue</translation>
    </message>
    <message>
      <source>Requests are taken in every so many steps: half of that is waited, and prompts come together.</source>
      <translation>Anfragen werden alle so viele Schritte aufgenommen: Die Hälfte davon wird im Mittel gewartet, und Prompts kommen gemeinsam.</translation>
    </message>
    <message>
      <source>Steps an answer is sent in</source>
      <translation>Schritte je gesendetem Stück</translation>
    </message>
    <message>
      <source>Where an engine sends every so many tokens together, the first of an answer waits for the rest.</source>
      <translation>Wo eine Engine immer so viele Token zusammen sendet, wartet das erste einer Antwort auf die übrigen.</translation>
    </message>
    <message>
      <source>Steps prompts wait for company</source>
      <translation>Schritte, die Prompts warten</translation>
    </message>
    <message>
      <source>A first prompt waits so many steps at most for others, so that decoding is interrupted less often; a token budget filled earlier ends the wait.</source>
      <translation>Ein erster Prompt wartet höchstens so viele Schritte auf andere, damit das Dekodieren seltener unterbrochen wird; ein früher gefülltes Token-Budget beendet das Warten.</translation>
    </message>
    <message>
      <source>Levers</source>
      <translation>Hebel</translation>
    </message>
    <message>
      <source>What is asked of the model less than users ask, and what that does to quality.</source>
      <translation>Was vom Modell weniger verlangt wird, als Nutzer verlangen, und was das mit der Qualität macht.</translation>
    </message>
    <message>
      <source>Response cache</source>
      <translation>Antwort-Cache</translation>
    </message>
    <message>
      <source>Answers to questions asked before, in the same or similar words, come from a store.</source>
      <translation>Antworten auf schon gestellte Fragen, in gleichen oder ähnlichen Worten, kommen aus einem Speicher.</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>Answered from the response cache</source>
      <translation>Aus dem Antwort-Cache beantwortet</translation>
    </message>
    <message>
      <source>Share of requests that never reach the model; as long as the others, in the mean.</source>
      <translation>Anteil der Anfragen, die das Modell nie erreichen; im Mittel so lang wie die anderen.</translation>
    </message>
    <message>
      <source>Cost of a look-up</source>
      <translation>Kosten einer Abfrage</translation>
    </message>
    <message>
      <source>Embedding of the question and search in the store, for every request, found or not.</source>
      <translation>Embedding der Frage und Suche im Speicher, für jede Anfrage, ob gefunden oder nicht.</translation>
    </message>
    <message>
      <source>Time of a look-up</source>
      <translation>Zeit einer Abfrage</translation>
    </message>
    <message>
      <source>Added to every request; what is found is answered at once after it.</source>
      <translation>Kommt zu jeder Anfrage hinzu; was gefunden wird, ist danach sofort beantwortet.</translation>
    </message>
    <message>
      <source>Unfit answers from the cache</source>
      <translation>Unpassende Antworten daraus</translation>
    </message>
    <message>
      <source>Share of the answers found that do not fit the question.</source>
      <translation>Anteil der gefundenen Antworten, die nicht zur Frage passen.</translation>
    </message>
    <message>
      <source>Price of an answer from the cache</source>
      <translation>Preis einer Antwort daraus</translation>
    </message>
    <message>
      <source>Share of its token price that an answer from the response cache earns.</source>
      <translation>Anteil ihres Tokenpreises, den eine Antwort aus dem Antwort-Cache einbringt.</translation>
    </message>
    <message>
      <source>Prompt compression</source>
      <translation>Prompt-Kompression</translation>
    </message>
    <message>
      <source>A small model drops tokens of the prompt that add little.</source>
      <translation>Ein kleines Modell streicht Token des Prompts, die wenig beitragen.</translation>
    </message>
    <message>
      <source>Prompt kept</source>
      <translation>Behaltener Prompt</translation>
    </message>
    <message>
      <source>Input tokens after compression over those before; the share found in the prefix cache stays.</source>
      <translation>Eingabetoken nach der Kompression geteilt durch die davor; der im Präfix-Cache gefundene Anteil bleibt gleich.</translation>
    </message>
    <message>
      <source>Cost of compression</source>
      <translation>Kosten der Kompression</translation>
    </message>
    <message>
      <source>Cost of the compressor per token it reads.</source>
      <translation>Kosten des Kompressors je Token, das er liest.</translation>
    </message>
    <message>
      <source>Speed of compression</source>
      <translation>Tempo der Kompression</translation>
    </message>
    <message>
      <source>Tokens the compressor reads a second; what it takes adds to the time to the first token.</source>
      <translation>Token, die der Kompressor je Sekunde liest; seine Zeit kommt zur Zeit bis zum ersten Token hinzu.</translation>
    </message>
    <message>
      <source>Quality lost by compression</source>
      <translation>Qualitätsverlust der Kompression</translation>
    </message>
    <message>
      <source>Relative loss if the whole prompt were dropped; in proportion to the share that is.</source>
      <translation>Relativer Verlust, wenn der ganze Prompt gestrichen würde; im Verhältnis zum gestrichenen Anteil.</translation>
    </message>
    <message>
      <source>Reasoning effort</source>
      <translation>Reasoning-Aufwand</translation>
    </message>
    <message>
      <source>Multiplies the tokens generated for an answer: 3 is the low end of reasoning on top of an answer, 9.7 what problem solving took over plain chat (6,988 against 717 tokens, ML.ENERGY).</source>
      <translation>Vervielfacht die für eine Antwort erzeugten Token: 3 ist das untere Ende von Reasoning zusätzlich zur Antwort, 9.7 das, was Problemlösen gegenüber einfachem Chat brauchte (6,988 gegen 717 Token, ML.ENERGY).</translation>
    </message>
    <message>
      <source>as the workload has it</source>
      <translation>wie in der Arbeitslast</translation>
    </message>
    <message>
      <source>low: half the tokens</source>
      <translation>niedrig: halb so viele Token</translation>
    </message>
    <message>
      <source>medium: 3 times the tokens</source>
      <translation>mittel: 3-mal so viele Token</translation>
    </message>
    <message>
      <source>high: 9.7 times the tokens</source>
      <translation>hoch: 9,7-mal so viele Token</translation>
    </message>
    <message>
      <source>as set</source>
      <translation>wie gesetzt</translation>
    </message>
    <message>
      <source>Tokens by effort</source>
      <translation>Token nach Aufwand</translation>
    </message>
    <message>
      <source>Output tokens over those of the workload.</source>
      <translation>Ausgabetoken geteilt durch die der Arbeitslast.</translation>
    </message>
    <message>
      <source>Variation by effort</source>
      <translation>Streuung nach Aufwand</translation>
    </message>
    <message>
      <source>Variation of the output length over that of the workload: hard questions take longer.</source>
      <translation>Streuung der Ausgabelänge geteilt durch die der Arbeitslast: Schwere Fragen dauern länger.</translation>
    </message>
    <message>
      <source>Errors removed by effort</source>
      <translation>Durch Aufwand vermiedene Fehler</translation>
    </message>
    <message>
      <source>Share of the wrong answers that the effort sets right; below 0 where less thought adds errors.</source>
      <translation>Anteil der falschen Antworten, die der Aufwand richtigstellt; unter 0, wo weniger Nachdenken Fehler hinzufügt.</translation>
    </message>
    <message>
      <source>Prefix cache</source>
      <translation>Präfix-Cache</translation>
    </message>
    <message>
      <source>Whether the share of input found in the prefix cache is an input, or follows from its size.</source>
      <translation>Ob der Anteil der Eingabe, der im Präfix-Cache gefunden wird, eine Eingabe ist oder aus dessen Größe folgt.</translation>
    </message>
    <message>
      <source>share as given</source>
      <translation>Anteil wie angegeben</translation>
    </message>
    <message>
      <source>share from its size</source>
      <translation>Anteil aus seiner Größe</translation>
    </message>
    <message>
      <source>Reuse of prefixes</source>
      <translation>Wiederkehr der Präfixe</translation>
    </message>
    <message>
      <source>Which measured trace tells how soon a prefix comes again (LRU, hit rate against size).</source>
      <translation>Welche gemessene Trace angibt, wie bald ein Präfix wiederkehrt (LRU, Trefferquote über der Größe).</translation>
    </message>
    <message>
      <source>conversations</source>
      <translation>Gespräche</translation>
    </message>
    <message>
      <source>mixed long documents and tools</source>
      <translation>lange Dokumente und Werkzeuge</translation>
    </message>
    <message>
      <source>Input that comes again</source>
      <translation>Wiederkehrende Eingabe</translation>
    </message>
    <message>
      <source>Share of input tokens that a prefix cache without end would find.</source>
      <translation>Anteil der Eingabetoken, den ein unbegrenzter Präfix-Cache finden würde.</translation>
    </message>
    <message>
      <source>Prefix cache in HBM</source>
      <translation>Präfix-Cache im HBM</translation>
    </message>
    <message>
      <source>Memory of each accelerator kept for prefixes nobody runs; it lowers the batch limit.</source>
      <translation>Speicher jedes Beschleunigers, der für gerade ungenutzte Präfixe freigehalten wird; er senkt die Batch-Grenze.</translation>
    </message>
    <message>
      <source>Prefix cache in host memory</source>
      <translation>Präfix-Cache im Hostspeicher</translation>
    </message>
    <message>
      <source>Host memory per accelerator.</source>
      <translation>Hostspeicher je Beschleuniger.</translation>
    </message>
    <message>
      <source>Prefix cache on SSD</source>
      <translation>Präfix-Cache auf SSD</translation>
    </message>
    <message>
      <source>Solid-state disk per accelerator.</source>
      <translation>SSD-Speicher je Beschleuniger.</translation>
    </message>
    <message>
      <source>Host memory</source>
      <translation>Hostspeicher</translation>
    </message>
    <message>
      <source>Cost of holding prefixes in host memory.</source>
      <translation>Kosten dafür, Präfixe im Hostspeicher zu halten.</translation>
    </message>
    <message>
      <source>SSD</source>
      <translation>SSD</translation>
    </message>
    <message>
      <source>Cost of holding prefixes on disk.</source>
      <translation>Kosten dafür, Präfixe auf SSD zu halten.</translation>
    </message>
    <message>
      <source>Reload from host memory</source>
      <translation>Nachladen aus dem Hostspeicher</translation>
    </message>
    <message>
      <source>Speed at which an accelerator reads prefixes back; it adds to the time to the first token.</source>
      <translation>Tempo, mit dem ein Beschleuniger Präfixe zurückliest; das kommt zur Zeit bis zum ersten Token hinzu.</translation>
    </message>
    <message>
      <source>Reload from SSD</source>
      <translation>Nachladen von SSD</translation>
    </message>
    <message>
      <source>As from host memory; one disk an accelerator.</source>
      <translation>Wie aus dem Hostspeicher; ein Laufwerk je Beschleuniger.</translation>
    </message>
    <message>
      <source>Model of one's own making</source>
      <translation>Selbst erstelltes Modell</translation>
    </message>
    <message>
      <source>Whether the model was distilled or tuned for the task, for a sum paid once.</source>
      <translation>Ob das Modell für die Aufgabe destilliert oder nachtrainiert wurde, für einen einmaligen Betrag.</translation>
    </message>
    <message>
      <source>Cost of distilling</source>
      <translation>Kosten der Destillation</translation>
    </message>
    <message>
      <source>Data, training and evaluation, paid once for each life of the model.</source>
      <translation>Daten, Training und Evaluierung, je Lebensdauer des Modells einmal bezahlt.</translation>
    </message>
    <message>
      <source>Life of a model</source>
      <translation>Lebensdauer eines Modells</translation>
    </message>
    <message>
      <source>After it the model is distilled anew.</source>
      <translation>Danach wird das Modell neu destilliert.</translation>
    </message>
    <message>
      <source>Quality lost by distilling</source>
      <translation>Qualitätsverlust der Destillation</translation>
    </message>
    <message>
      <source>Relative loss against the model it replaces.</source>
      <translation>Relativer Verlust gegenüber dem Modell, das es ersetzt.</translation>
    </message>
    <message>
      <source>Quality lost in FP8</source>
      <translation>Qualitätsverlust in FP8</translation>
    </message>
    <message>
      <source>Weights, arithmetic or cache in FP8 where the model was published wider.</source>
      <translation>Gewichte, Arithmetik oder Cache in FP8, wo das Modell breiter veröffentlicht wurde.</translation>
    </message>
    <message>
      <source>Quality lost in INT8</source>
      <translation>Qualitätsverlust in INT8</translation>
    </message>
    <message>
      <source>Weights and arithmetic in INT8.</source>
      <translation>Gewichte und Arithmetik in INT8.</translation>
    </message>
    <message>
      <source>Quality lost in FP4</source>
      <translation>Qualitätsverlust in FP4</translation>
    </message>
    <message>
      <source>Weights or arithmetic in FP4 where the model was published wider.</source>
      <translation>Gewichte oder Arithmetik in FP4, wo das Modell breiter veröffentlicht wurde.</translation>
    </message>
    <message>
      <source>Quality lost in INT4</source>
      <translation>Qualitätsverlust in INT4</translation>
    </message>
    <message>
      <source>Weights in INT4, arithmetic wider (W4A16).</source>
      <translation>Gewichte in INT4, Arithmetik breiter (W4A16).</translation>
    </message>
    <message>
      <source>Quality lost by an FP4 cache</source>
      <translation>Qualitätsverlust durch FP4-Cache</translation>
    </message>
    <message>
      <source>Keys and values kept in FP4.</source>
      <translation>Keys und Values in FP4 gehalten.</translation>
    </message>
    <message>
      <source>Achieved efficiency</source>
      <translation>Erreichte Effizienz</translation>
    </message>
    <message>
      <source>What kernels reach of the data-sheet peaks, and what they draw; measured, by accelerator family.</source>
      <translation>Was Kernel von den Spitzenwerten des Datenblatts erreichen und was sie aufnehmen; gemessen, je Familie von Beschleunigern.</translation>
    </message>
    <message>
      <source>Large GEMM, BF16</source>
      <translation>Großes GEMM, BF16</translation>
    </message>
    <message>
      <source>Share of the BF16 peak a large matrix product reaches.</source>
      <translation>Anteil der BF16-Spitze, den ein großes Matrixprodukt erreicht.</translation>
    </message>
    <message>
      <source>Large GEMM, FP8</source>
      <translation>Großes GEMM, FP8</translation>
    </message>
    <message>
      <source>Share of the FP8 or INT8 peak a large matrix product reaches.</source>
      <translation>Anteil der FP8- oder INT8-Spitze, den ein großes Matrixprodukt erreicht.</translation>
    </message>
    <message>
      <source>Large GEMM, FP4</source>
      <translation>Großes GEMM, FP4</translation>
    </message>
    <message>
      <source>Share of the FP4 peak a large matrix product reaches.</source>
      <translation>Anteil der FP4-Spitze, den ein großes Matrixprodukt erreicht.</translation>
    </message>
    <message>
      <source>Weight streaming, BF16</source>
      <translation>Gewichte streamen, BF16</translation>
    </message>
    <message>
      <source>Share of memory bandwidth a small-batch BF16 GEMM reaches, its fixed time apart.</source>
      <translation>Anteil der Speicherbandbreite, den ein BF16-GEMM mit kleinem Batch erreicht, ohne seine Fixzeit.</translation>
    </message>
    <message>
      <source>Weight streaming, FP8</source>
      <translation>Gewichte streamen, FP8</translation>
    </message>
    <message>
      <source>The same for 8-bit weights.</source>
      <translation>Dasselbe für 8-Bit-Gewichte.</translation>
    </message>
    <message>
      <source>Weight streaming, FP4</source>
      <translation>Gewichte streamen, FP4</translation>
    </message>
    <message>
      <source>The same for 4-bit weights.</source>
      <translation>Dasselbe für 4-Bit-Gewichte.</translation>
    </message>
    <message>
      <source>Fixed time per GEMM, BF16</source>
      <translation>Fixzeit je GEMM, BF16</translation>
    </message>
    <message>
      <source>Time of a BF16 GEMM beyond its arithmetic and traffic.</source>
      <translation>Zeit eines BF16-GEMM über Arithmetik und Speicherverkehr hinaus.</translation>
    </message>
    <message>
      <source>Fixed time per GEMM, FP8</source>
      <translation>Fixzeit je GEMM, FP8</translation>
    </message>
    <message>
      <source>The same for FP8.</source>
      <translation>Dasselbe für FP8.</translation>
    </message>
    <message>
      <source>Fixed time per GEMM, FP4</source>
      <translation>Fixzeit je GEMM, FP4</translation>
    </message>
    <message>
      <source>The same for FP4.</source>
      <translation>Dasselbe für FP4.</translation>
    </message>
    <message>
      <source>KV reading, BF16</source>
      <translation>KV lesen, BF16</translation>
    </message>
    <message>
      <source>Share of memory bandwidth decode attention reaches on a BF16 cache.</source>
      <translation>Anteil der Speicherbandbreite, den die Decode-Attention auf einem BF16-Cache erreicht.</translation>
    </message>
    <message>
      <source>KV reading, FP8</source>
      <translation>KV lesen, FP8</translation>
    </message>
    <message>
      <source>The same on a cache of 8 bits or fewer.</source>
      <translation>Dasselbe auf einem Cache mit 8 Bit oder weniger.</translation>
    </message>
    <message>
      <source>Prefill attention</source>
      <translation>Prefill-Attention</translation>
    </message>
    <message>
      <source>Share of the BF16 peak prefill attention reaches on causal FLOP of a very long prompt.</source>
      <translation>Anteil der BF16-Spitze, den die Prefill-Attention bei einem sehr langen Prompt erreicht, auf kausale FLOP bezogen.</translation>
    </message>
    <message>
      <source>Fixed time per attention call</source>
      <translation>Fixzeit je Attention-Aufruf</translation>
    </message>
    <message>
      <source>Time of decode attention of one layer beyond its bytes over bandwidth.</source>
      <translation>Zeit der Decode-Attention einer Schicht über Bytes durch Bandbreite hinaus.</translation>
    </message>
    <message>
      <source>Prompt at half rate</source>
      <translation>Prompt bei halber Rate</translation>
    </message>
    <message>
      <source>Prompt length at which prefill attention reaches half of its rate on long prompts.</source>
      <translation>Promptlänge, bei der die Prefill-Attention die Hälfte ihrer Rate bei langen Prompts erreicht.</translation>
    </message>
    <message>
      <source>Latent reading</source>
      <translation>Latent lesen</translation>
    </message>
    <message>
      <source>Share of memory bandwidth absorbed MLA decode reaches where few heads share the latent.</source>
      <translation>Anteil der Speicherbandbreite, den der absorbierte MLA-Decode erreicht, wo wenige Köpfe sich den latenten Vektor teilen.</translation>
    </message>
    <message>
      <source>Latent attention, BF16 cache</source>
      <translation>Latente Attention, BF16-Cache</translation>
    </message>
    <message>
      <source>Share of the BF16 peak absorbed MLA decode reaches where many heads share the latent.</source>
      <translation>Anteil der BF16-Spitze, den der absorbierte MLA-Decode erreicht, wo viele Köpfe sich den latenten Vektor teilen.</translation>
    </message>
    <message>
      <source>Latent attention, FP8 cache</source>
      <translation>Latente Attention, FP8-Cache</translation>
    </message>
    <message>
      <source>The same on a cache of 8 bits or fewer, of the FP8 peak. Where it comes to less than BF16, the cache is widened.</source>
      <translation>Dasselbe auf einem Cache mit 8 Bit oder weniger, von der FP8-Spitze. Wo das weniger als BF16 ergibt, wird der Cache verbreitert.</translation>
    </message>
    <message>
      <source>Expert streaming, BF16</source>
      <translation>Experten streamen, BF16</translation>
    </message>
    <message>
      <source>Share of memory bandwidth a grouped GEMM reaches on the experts it touches, BF16 weights.</source>
      <translation>Anteil der Speicherbandbreite, den ein gruppiertes GEMM auf den berührten Experten erreicht, BF16-Gewichte.</translation>
    </message>
    <message>
      <source>Expert streaming, FP8</source>
      <translation>Experten streamen, FP8</translation>
    </message>
    <message>
      <source>Expert streaming, FP4</source>
      <translation>Experten streamen, FP4</translation>
    </message>
    <message>
      <source>Expert GEMM, BF16</source>
      <translation>Experten-GEMM, BF16</translation>
    </message>
    <message>
      <source>Share of the BF16 peak a large grouped GEMM reaches.</source>
      <translation>Anteil der BF16-Spitze, den ein großes gruppiertes GEMM erreicht.</translation>
    </message>
    <message>
      <source>Expert GEMM, FP8</source>
      <translation>Experten-GEMM, FP8</translation>
    </message>
    <message>
      <source>The same of the FP8 or INT8 peak.</source>
      <translation>Dasselbe von der FP8- oder INT8-Spitze.</translation>
    </message>
    <message>
      <source>Expert GEMM, FP4</source>
      <translation>Experten-GEMM, FP4</translation>
    </message>
    <message>
      <source>The same of the FP4 peak.</source>
      <translation>Dasselbe von der FP4-Spitze.</translation>
    </message>
    <message>
      <source>Fixed time per grouped GEMM</source>
      <translation>Fixzeit je gruppiertem GEMM</translation>
    </message>
    <message>
      <source>Time of a grouped GEMM beyond its bytes over bandwidth.</source>
      <translation>Zeit eines gruppierten GEMM über Bytes durch Bandbreite hinaus.</translation>
    </message>
    <message>
      <source>Activation traffic</source>
      <translation>Aktivierungsverkehr</translation>
    </message>
    <message>
      <source>Share of memory bandwidth norms, residuals and rotary reach.</source>
      <translation>Anteil der Speicherbandbreite, den Normen, Residuen und Rotary Embeddings erreichen.</translation>
    </message>
    <message>
      <source>Link efficiency</source>
      <translation>Effizienz des Links</translation>
    </message>
    <message>
      <source>Share of the scale-up link's bandwidth an all-reduce or a hand-over reaches.</source>
      <translation>Anteil der Bandbreite des Scale-up-Links, den ein All-Reduce oder eine Übergabe erreicht.</translation>
    </message>
    <message>
      <source>Exchange efficiency</source>
      <translation>Effizienz des Austauschs</translation>
    </message>
    <message>
      <source>Share of the scale-up link's bandwidth dispatch and combine of routed tokens reach.</source>
      <translation>Anteil der Bandbreite des Scale-up-Links, den Dispatch und Combine gerouteter Token erreichen.</translation>
    </message>
    <message>
      <source>Network efficiency</source>
      <translation>Effizienz des Netzes</translation>
    </message>
    <message>
      <source>Share of the scale-out link's bandwidth that collectives beyond the domain reach.</source>
      <translation>Anteil der Bandbreite des Scale-out-Links, den Kollektive über die Domäne hinaus erreichen.</translation>
    </message>
    <message>
      <source>Fixed time per collective</source>
      <translation>Fixzeit je Kollektiv</translation>
    </message>
    <message>
      <source>Time of a small all-reduce inside the scale-up domain.</source>
      <translation>Zeit eines kleinen All-Reduce innerhalb der Scale-up-Domäne.</translation>
    </message>
    <message>
      <source>Fixed time per exchange</source>
      <translation>Fixzeit je Austausch</translation>
    </message>
    <message>
      <source>Time of a dispatch or a combine of few tokens inside the scale-up domain.</source>
      <translation>Zeit eines Dispatch oder Combine weniger Token innerhalb der Scale-up-Domäne.</translation>
    </message>
    <message>
      <source>Fixed time per hop off the domain</source>
      <translation>Fixzeit je Hop aus der Domäne</translation>
    </message>
    <message>
      <source>Added time of a small collective that leaves the scale-up domain.</source>
      <translation>Zusätzliche Zeit eines kleinen Kollektivs, das die Scale-up-Domäne verlässt.</translation>
    </message>
    <message>
      <source>Board idle</source>
      <translation>Board im Leerlauf</translation>
    </message>
    <message>
      <source>Draw of the board with nothing to do.</source>
      <translation>Leistungsaufnahme des Boards ohne Arbeit.</translation>
    </message>
    <message>
      <source>Board active</source>
      <translation>Board aktiv</translation>
    </message>
    <message>
      <source>Draw of the board while kernels run, before what arithmetic and traffic add.</source>
      <translation>Leistungsaufnahme des Boards, während Kernel laufen, vor dem, was Arithmetik und Speicherverkehr hinzufügen.</translation>
    </message>
    <message>
      <source>Energy of an operation, BF16</source>
      <translation>Energie einer Operation, BF16</translation>
    </message>
    <message>
      <source>What one BF16 operation of a matrix product adds to the draw of the board.</source>
      <translation>Was eine BF16-Operation eines Matrixprodukts zur Leistungsaufnahme des Boards hinzufügt.</translation>
    </message>
    <message>
      <source>Energy of an operation, FP8</source>
      <translation>Energie einer Operation, FP8</translation>
    </message>
    <message>
      <source>What one FP8 operation of a matrix product adds to the draw of the board.</source>
      <translation>Was eine FP8-Operation eines Matrixprodukts zur Leistungsaufnahme des Boards hinzufügt.</translation>
    </message>
    <message>
      <source>Energy of an operation, FP4</source>
      <translation>Energie einer Operation, FP4</translation>
    </message>
    <message>
      <source>What one FP4 operation of a matrix product adds to the draw of the board.</source>
      <translation>Was eine FP4-Operation eines Matrixprodukts zur Leistungsaufnahme des Boards hinzufügt.</translation>
    </message>
    <message>
      <source>Energy of a byte</source>
      <translation>Energie eines Bytes</translation>
    </message>
    <message>
      <source>What one byte of memory traffic adds to the draw of the board, caches and wires included.</source>
      <translation>Was ein Byte Speicherverkehr zur Leistungsaufnahme des Boards hinzufügt, Caches und Leitungen eingeschlossen.</translation>
    </message>
    <message>
      <source>Serving stack</source>
      <translation>Serving-Stack</translation>
    </message>
    <message>
      <source>What the serving software costs beside the kernels.</source>
      <translation>Was die Serving-Software neben den Kerneln kostet.</translation>
    </message>
    <message>
      <source>Serving engine</source>
      <translation>Serving-Engine</translation>
    </message>
    <message>
      <source>Catalogue entry the overheads were taken from.</source>
      <translation>Katalogeintrag, aus dem der Overhead stammt.</translation>
    </message>
    <message>
      <source>Host time per step</source>
      <translation>Hostzeit je Schritt</translation>
    </message>
    <message>
      <source>Scheduler and launch time of one step, whatever its batch.</source>
      <translation>Scheduler- und Startzeit eines Schritts, unabhängig von seinem Batch.</translation>
    </message>
    <message>
      <source>Host time per running request</source>
      <translation>Hostzeit je laufender Anfrage</translation>
    </message>
    <message>
      <source>Time each running request adds to a step.</source>
      <translation>Zeit, die jede laufende Anfrage einem Schritt hinzufügt.</translation>
    </message>
    <message>
      <source>Launch time per collective</source>
      <translation>Startzeit je Kollektiv</translation>
    </message>
    <message>
      <source>Synchronisation beyond the collective kernel itself.</source>
      <translation>Synchronisation über den Kollektiv-Kernel selbst hinaus.</translation>
    </message>
    <message>
      <source>Fixed time per layer</source>
      <translation>Fixzeit je Schicht</translation>
    </message>
    <message>
      <source>Gaps and small kernels per layer beyond those counted.</source>
      <translation>Lücken und kleine Kernel je Schicht über die gezählten hinaus.</translation>
    </message>
    <message>
      <source>Host time per prompt layer</source>
      <translation>Hostzeit je Prompt-Schicht</translation>
    </message>
    <message>
      <source>Launching the kernels of a layer one by one: steps with prompts are not replayed from a graph, and last at least that long.</source>
      <translation>Start der Kernel einer Schicht, einer nach dem anderen: Schritte mit Prompts werden nicht aus einem Graphen abgespielt und dauern mindestens so lange.</translation>
    </message>
    <message>
      <source>Latency outside the steps</source>
      <translation>Latenz außerhalb der Schritte</translation>
    </message>
    <message>
      <source>From the client to the scheduler and back with the first token: network, tokenizer, queues.</source>
      <translation>Vom Client zum Scheduler und mit dem ersten Token zurück: Netz, Tokenizer, Warteschlangen.</translation>
    </message>
    <message>
      <source>Kernel launch time kept</source>
      <translation>Verbleibende Kernel-Startzeit</translation>
    </message>
    <message>
      <source>Fixed time of a kernel inside the engine over that of the same kernel timed alone: graphs and dependent launches hide some.</source>
      <translation>Fixzeit eines Kernels innerhalb der Engine geteilt durch die desselben Kernels für sich gemessen: Graphen und abhängige Starts verdecken einen Teil.</translation>
    </message>
    <message>
      <source>Fixed time per expert layer</source>
      <translation>Fixzeit je Expertenschicht</translation>
    </message>
    <message>
      <source>What a layer with routed experts adds: permutation and small kernels beyond those counted.</source>
      <translation>Was eine Schicht mit gerouteten Experten hinzufügt: Permutation und kleine Kernel über die gezählten hinaus.</translation>
    </message>
    <message>
      <source>Fixed time per latent layer</source>
      <translation>Fixzeit je latenter Schicht</translation>
    </message>
    <message>
      <source>What a layer with latent attention adds: norms, rotations and projections beyond those counted.</source>
      <translation>Was eine Schicht mit latenter Attention hinzufügt: Normen, Rotationen und Projektionen über die gezählten hinaus.</translation>
    </message>
    <message>
      <source>Host time per step with prompts</source>
      <translation>Hostzeit je Schritt mit Prompts</translation>
    </message>
    <message>
      <source>What a step that prefills takes on top: its inputs are prepared anew and no graph is replayed.</source>
      <translation>Was ein Schritt mit Prefill zusätzlich braucht: Seine Eingaben werden neu vorbereitet, und kein Graph wird abgespielt.</translation>
    </message>
    <message>
      <source>Weight reading, BF16</source>
      <translation>Gewichte lesen, BF16</translation>
    </message>
    <message>
      <source>Time to read BF16 weights in this engine over that of the kernels measured.</source>
      <translation>Zeit, BF16-Gewichte in dieser Engine zu lesen, geteilt durch die der gemessenen Kernel.</translation>
    </message>
    <message>
      <source>Weight reading, FP8</source>
      <translation>Gewichte lesen, FP8</translation>
    </message>
    <message>
      <source>Weight reading, FP4</source>
      <translation>Gewichte lesen, FP4</translation>
    </message>
    <message>
      <source>Dense arithmetic</source>
      <translation>Dichte Arithmetik</translation>
    </message>
    <message>
      <source>Time of dense arithmetic in this engine over that of the kernels measured.</source>
      <translation>Zeit dichter Arithmetik in dieser Engine geteilt durch die der gemessenen Kernel.</translation>
    </message>
    <message>
      <source>Cache reading</source>
      <translation>Cache lesen</translation>
    </message>
    <message>
      <source>Time of decode attention on the cache over that of the kernels measured.</source>
      <translation>Zeit der Decode-Attention auf dem Cache geteilt durch die der gemessenen Kernel.</translation>
    </message>
    <message>
      <source>Cache read per query head</source>
      <translation>Cache je Query-Kopf gelesen</translation>
    </message>
    <message>
      <source>0: the cache is read once for all query heads that share it; 1: once for each of them, as paged kernels of 2024 do.</source>
      <translation>0: Der Cache wird einmal für alle Query-Köpfe gelesen, die ihn teilen; 1: einmal für jeden von ihnen, wie es Paged-Kernel von 2024 tun.</translation>
    </message>
    <message>
      <source>Cache reading in one pass</source>
      <translation>Cache in einem Durchgang lesen</translation>
    </message>
    <message>
      <source>Time of paged attention where many sequences keep it from cutting caches into parts, over that in parts: beyond 512 sequences times query heads of a rank.</source>
      <translation>Zeit der Paged Attention, wo viele Sequenzen sie daran hindern, Caches in Teile zu zerlegen, geteilt durch die in Teilen: über 512 Sequenzen mal Query-Köpfe eines Ranks.</translation>
    </message>
    <message>
      <source>Expert popularity variation</source>
      <translation>Streuung der Expertenbeliebtheit</translation>
    </message>
    <message>
      <source>Coefficient of variation of how often experts are chosen: the more uneven, the fewer a step reaches. 0 is even.</source>
      <translation>Variationskoeffizient dafür, wie oft Experten gewählt werden: Je ungleicher, desto weniger erreicht ein Schritt. 0 ist gleichmäßig.</translation>
    </message>
    <message>
      <source>Expert reading, BF16</source>
      <translation>Experten lesen, BF16</translation>
    </message>
    <message>
      <source>Time to read BF16 experts in this engine over that of the kernels measured.</source>
      <translation>Zeit, BF16-Experten in dieser Engine zu lesen, geteilt durch die der gemessenen Kernel.</translation>
    </message>
    <message>
      <source>Expert reading, FP8</source>
      <translation>Experten lesen, FP8</translation>
    </message>
    <message>
      <source>The same for 8-bit experts.</source>
      <translation>Dasselbe für 8-Bit-Experten.</translation>
    </message>
    <message>
      <source>Expert reading, FP4</source>
      <translation>Experten lesen, FP4</translation>
    </message>
    <message>
      <source>The same for 4-bit experts.</source>
      <translation>Dasselbe für 4-Bit-Experten.</translation>
    </message>
    <message>
      <source>Expert arithmetic</source>
      <translation>Experten-Arithmetik</translation>
    </message>
    <message>
      <source>Time of expert arithmetic in this engine over that of the kernels measured.</source>
      <translation>Zeit der Experten-Arithmetik in dieser Engine geteilt durch die der gemessenen Kernel.</translation>
    </message>
    <message>
      <source>Memory held by the engine</source>
      <translation>Von der Engine belegter Speicher</translation>
    </message>
    <message>
      <source>Workspace, graphs and communication buffers per accelerator.</source>
      <translation>Arbeitsbereich, Graphen und Kommunikationspuffer je Beschleuniger.</translation>
    </message>
    <message>
      <source>Cache reserved ahead</source>
      <translation>Im Voraus reservierter Cache</translation>
    </message>
    <message>
      <source>Share of the cache its answer has yet to fill that a request must find free to be admitted. 0: taken as it grows, and others make way; 1: all of it, and nobody ever makes way.</source>
      <translation>Anteil des Cache, den ihre Antwort noch füllen wird, den eine Anfrage frei vorfinden muss, um zugelassen zu werden. 0: belegt, wie er wächst, und andere weichen; 1: alles, und niemand weicht je.</translation>
    </message>
    <message>
      <source>Memory the engine may use</source>
      <translation>Für die Engine nutzbarer Speicher</translation>
    </message>
    <message>
      <source>Share of usable memory given to weights, cache and workspace.</source>
      <translation>Anteil des nutzbaren Speichers für Gewichte, Cache und Arbeitsbereich.</translation>
    </message>
    <message>
      <source>Expert imbalance</source>
      <translation>Ungleichlast der Experten</translation>
    </message>
    <message>
      <source>Load of the busiest expert rank over the mean.</source>
      <translation>Last des am stärksten belasteten Experten-Ranks geteilt durch das Mittel.</translation>
    </message>
    <message>
      <source>Own benchmark</source>
      <translation>Eigener Benchmark</translation>
    </message>
    <message>
      <source>Factors a benchmark of one's own puts on the model; 1 leaves it as it is.</source>
      <translation>Faktoren, die ein eigener Benchmark auf das Modell legt; 1 lässt es, wie es ist.</translation>
    </message>
    <message>
      <source>Decode time</source>
      <translation>Decode-Zeit</translation>
    </message>
    <message>
      <source>Factor on the time of a decode step: what the own machine takes over what the model says.</source>
      <translation>Faktor auf die Zeit eines Decode-Schritts: was die eigene Maschine braucht, geteilt durch das, was das Modell sagt.</translation>
    </message>
    <message>
      <source>Prefill time</source>
      <translation>Prefill-Zeit</translation>
    </message>
    <message>
      <source>Factor on the time that prompts add to a step, or take on an idle replica.</source>
      <translation>Faktor auf die Zeit, die Prompts einem Schritt hinzufügen oder auf einem freien Replikat brauchen.</translation>
    </message>
    <message>
      <source>Board power</source>
      <translation>Board-Leistung</translation>
    </message>
    <message>
      <source>Factor on the draw of an accelerator's board at any load.</source>
      <translation>Faktor auf die Leistungsaufnahme des Boards eines Beschleunigers bei jeder Last.</translation>
    </message>
    <message>
      <source>Fleet &amp; availability</source>
      <translation>Flotte &amp; Verfügbarkeit</translation>
    </message>
    <message>
      <source>From one replica to a fleet that survives failures and the daily peak.</source>
      <translation>Von einem Replikat zu einer Flotte, die Ausfälle und die tägliche Spitze übersteht.</translation>
    </message>
    <message>
      <source>Capacity follows demand</source>
      <translation>Kapazität folgt der Nachfrage</translation>
    </message>
    <message>
      <source>Static: paid at the peak all the time. Elastic: capacity tracks demand with the given efficiency.</source>
      <translation>Statisch: durchgehend für die Spitze bezahlt. Elastisch: Die Kapazität folgt der Nachfrage mit der angegebenen Güte.</translation>
    </message>
    <message>
      <source>no, sized for the peak</source>
      <translation>nein, für die Spitze ausgelegt</translation>
    </message>
    <message>
      <source>yes, autoscaled</source>
      <translation>ja, autoskaliert</translation>
    </message>
    <message>
      <source>Tracking efficiency</source>
      <translation>Güte des Nachführens</translation>
    </message>
    <message>
      <source>Mean demand over mean capacity when autoscaled.</source>
      <translation>Mittlere Nachfrage geteilt durch mittlere Kapazität bei Autoskalierung.</translation>
    </message>
    <message>
      <source>Spare capacity</source>
      <translation>Reservekapazität</translation>
    </message>
    <message>
      <source>Spare replicas for failures and maintenance, over those needed.</source>
      <translation>Reservereplikate für Ausfälle und Wartung, bezogen auf die benötigten.</translation>
    </message>
    <message>
      <source>Wasted work</source>
      <translation>Vergebliche Arbeit</translation>
    </message>
    <message>
      <source>Share of work that serves nobody: retries, cancelled answers, health checks, evaluation.</source>
      <translation>Anteil der Arbeit, die niemandem dient: Wiederholungen, abgebrochene Antworten, Health Checks, Evaluierung.</translation>
    </message>
    <message>
      <source>Size of the fleet</source>
      <translation>Größe der Flotte</translation>
    </message>
    <message>
      <source>Fractional: capacity is shared with other services. Whole: rounded up to replicas, or to servers full of accelerators.</source>
      <translation>Gebrochen: Die Kapazität wird mit anderen Diensten geteilt. Ganz: aufgerundet auf Replikate oder auf Server voller Beschleuniger.</translation>
    </message>
    <message>
      <source>fractional (shared capacity)</source>
      <translation>gebrochen (geteilte Kapazität)</translation>
    </message>
    <message>
      <source>whole replicas</source>
      <translation>ganze Replikate</translation>
    </message>
    <message>
      <source>whole servers</source>
      <translation>ganze Server</translation>
    </message>
    <message>
      <source>Failures &amp; redundancy</source>
      <translation>Ausfälle &amp; Redundanz</translation>
    </message>
    <message>
      <source>Failures, repair, and the spares, regions and providers that hide them.</source>
      <translation>Ausfälle, Instandsetzung und die Reserven, Regionen und Anbieter, die sie verdecken.</translation>
    </message>
    <message>
      <source>Spares are set by</source>
      <translation>Reserven bestimmt durch</translation>
    </message>
    <message>
      <source>A share: spare capacity of the fleet. A number: k of N + k. The target: as many as it takes.</source>
      <translation>Ein Anteil: Reservekapazität der Flotte. Eine Zahl: k von N + k. Das Ziel: so viele, wie nötig sind.</translation>
    </message>
    <message>
      <source>a share of the fleet</source>
      <translation>einen Anteil der Flotte</translation>
    </message>
    <message>
      <source>a number of replicas</source>
      <translation>eine Zahl von Replikaten</translation>
    </message>
    <message>
      <source>the availability target</source>
      <translation>das Verfügbarkeitsziel</translation>
    </message>
    <message>
      <source>Spare replicas</source>
      <translation>Reservereplikate</translation>
    </message>
    <message>
      <source>Replicas beyond those needed at the peak: the k of N + k.</source>
      <translation>Replikate über die in der Spitze benötigten hinaus: das k von N + k.</translation>
    </message>
    <message>
      <source>Availability target</source>
      <translation>Verfügbarkeitsziel</translation>
    </message>
    <message>
      <source>Share of time that every needed replica answers. Spares cannot go beyond the common cause: they stop where failures add a tenth of it.</source>
      <translation>Zeitanteil, in dem jedes benötigte Replikat antwortet. Reserven kommen nicht über die gemeinsame Ursache hinaus: Sie enden, wo Ausfälle nur noch ein Zehntel davon hinzufügen.</translation>
    </message>
    <message>
      <source>Time between failures</source>
      <translation>Zeit zwischen Ausfällen</translation>
    </message>
    <message>
      <source>Mean time between failures of one accelerator with its share of host, power and network.</source>
      <translation>Mittlere Zeit zwischen Ausfällen eines Beschleunigers mit seinem Anteil an Host, Strom und Netz.</translation>
    </message>
    <message>
      <source>What fails together</source>
      <translation>Was gemeinsam ausfällt</translation>
    </message>
    <message>
      <source>Accelerators that one failure takes out of service; never fewer than a replica has.</source>
      <translation>Beschleuniger, die ein einzelner Ausfall außer Betrieb setzt; nie weniger, als ein Replikat hat.</translation>
    </message>
    <message>
      <source>a replica</source>
      <translation>ein Replikat</translation>
    </message>
    <message>
      <source>a server</source>
      <translation>ein Server</translation>
    </message>
    <message>
      <source>a scale-up domain</source>
      <translation>eine Scale-up-Domäne</translation>
    </message>
    <message>
      <source>Repair</source>
      <translation>Instandsetzung</translation>
    </message>
    <message>
      <source>How capacity comes back after a failure.</source>
      <translation>Wie Kapazität nach einem Ausfall zurückkommt.</translation>
    </message>
    <message>
      <source>hot spare takes over</source>
      <translation>Hot Spare übernimmt</translation>
    </message>
    <message>
      <source>server swapped on site</source>
      <translation>Server vor Ort getauscht</translation>
    </message>
    <message>
      <source>field repair</source>
      <translation>Reparatur im Feld</translation>
    </message>
    <message>
      <source>Until a hot spare serves</source>
      <translation>Bis ein Hot Spare bedient</translation>
    </message>
    <message>
      <source>Time until a machine that stands by powered has taken over, diagnosis included.</source>
      <translation>Zeit, bis eine eingeschaltet bereitstehende Maschine übernommen hat, Diagnose eingeschlossen.</translation>
    </message>
    <message>
      <source>Until a server is swapped</source>
      <translation>Bis ein Server getauscht ist</translation>
    </message>
    <message>
      <source>Time until a cold spare from the shelf is racked and serves.</source>
      <translation>Zeit, bis ein Cold Spare aus dem Lager eingebaut ist und bedient.</translation>
    </message>
    <message>
      <source>Until a field repair is done</source>
      <translation>Bis die Feldreparatur fertig ist</translation>
    </message>
    <message>
      <source>Time until the vendor has repaired the machine and it serves.</source>
      <translation>Zeit, bis der Hersteller die Maschine repariert hat und sie bedient.</translation>
    </message>
    <message>
      <source>Planned maintenance</source>
      <translation>Geplante Wartung</translation>
    </message>
    <message>
      <source>Share of time that a replica is out on purpose, one after the other: updates, inspections.</source>
      <translation>Zeitanteil, in dem ein Replikat absichtlich außer Betrieb ist, eines nach dem anderen: Updates, Inspektionen.</translation>
    </message>
    <message>
      <source>Common cause</source>
      <translation>Gemeinsame Ursache</translation>
    </message>
    <message>
      <source>Share of time that all of one region or provider is down: control plane, network, deploys.</source>
      <translation>Zeitanteil, in dem eine Region oder ein Anbieter ganz ausfällt: Control Plane, Netz, Deployments.</translation>
    </message>
    <message>
      <source>Regions and providers</source>
      <translation>Regionen und Anbieter</translation>
    </message>
    <message>
      <source>Two regions: each holds half the load with its spares and room for what fails over. A second provider is paid for what it holds ready and by use, with the same common cause.</source>
      <translation>Zwei Regionen: Jede trägt die halbe Last mit ihren Reserven und Platz für das, was herüberkommt. Ein zweiter Anbieter wird für das, was er bereithält, und nach Nutzung bezahlt, bei gleicher gemeinsamer Ursache.</translation>
    </message>
    <message>
      <source>one region</source>
      <translation>eine Region</translation>
    </message>
    <message>
      <source>two regions, half the load each</source>
      <translation>zwei Regionen, je halbe Last</translation>
    </message>
    <message>
      <source>a second provider on call</source>
      <translation>zweiter Anbieter auf Abruf</translation>
    </message>
    <message>
      <source>Failover share</source>
      <translation>Failover-Anteil</translation>
    </message>
    <message>
      <source>Share of a failed region's load that the other region or provider takes.</source>
      <translation>Anteil der Last einer ausgefallenen Region, den die andere Region oder der andere Anbieter übernimmt.</translation>
    </message>
    <message>
      <source>Price at the second provider</source>
      <translation>Preis beim zweiten Anbieter</translation>
    </message>
    <message>
      <source>What an accelerator costs an hour there, over one of the own fleet.</source>
      <translation>Was ein Beschleuniger dort je Stunde kostet, geteilt durch die Kosten eines der eigenen Flotte.</translation>
    </message>
    <message>
      <source>Held ready at the provider</source>
      <translation>Beim Anbieter bereitgehalten</translation>
    </message>
    <message>
      <source>Share of that price paid all month for the capacity that would take over; 0 pays by use alone and trusts that there is room.</source>
      <translation>Anteil dieses Preises, der den ganzen Monat für die Kapazität gezahlt wird, die übernehmen würde; 0 zahlt nur nach Nutzung und vertraut darauf, dass Platz ist.</translation>
    </message>
    <message>
      <source>Load in a brown-out</source>
      <translation>Last im Brown-out</translation>
    </message>
    <message>
      <source>Share of their capacity that replicas may be driven to before requests are shed.</source>
      <translation>Anteil ihrer Kapazität, bis zu dem Replikate gefahren werden dürfen, bevor Anfragen abgewiesen werden.</translation>
    </message>
    <message>
      <source>Network &amp; optics</source>
      <translation>Netz &amp; Optik</translation>
    </message>
    <message>
      <source>The scale-out network, per accelerator.</source>
      <translation>Das Scale-out-Netz, je Beschleuniger.</translation>
    </message>
    <message>
      <source>Fabric</source>
      <translation>Fabric</translation>
    </message>
    <message>
      <source>Network price</source>
      <translation>Netzpreis</translation>
    </message>
    <message>
      <source>Switches, cables and optics per accelerator, NIC apart.</source>
      <translation>Switches, Kabel und Optik je Beschleuniger, ohne NIC.</translation>
    </message>
    <message>
      <source>NIC price</source>
      <translation>NIC-Preis</translation>
    </message>
    <message>
      <source>Network adapter per accelerator.</source>
      <translation>Netzadapter je Beschleuniger.</translation>
    </message>
    <message>
      <source>Network power</source>
      <translation>Netzleistung</translation>
    </message>
    <message>
      <source>Switches and optics per accelerator, NIC apart (the all-in power of the accelerator holds it).</source>
      <translation>Switches und Optik je Beschleuniger, ohne NIC (in der Gesamtleistung des Beschleunigers enthalten).</translation>
    </message>
    <message>
      <source>Switches in the network price</source>
      <translation>Switches am Netzpreis</translation>
    </message>
    <message>
      <source>Share of the network price that buys switches.</source>
      <translation>Anteil des Netzpreises, für den Switches gekauft werden.</translation>
    </message>
    <message>
      <source>Copper in the links</source>
      <translation>Kupfer in den Links</translation>
    </message>
    <message>
      <source>Share of what switches leave that buys copper and active cables; the rest is optics.</source>
      <translation>Anteil dessen, was die Switches übrig lassen, für den Kupfer und aktive Kabel gekauft werden; der Rest ist Optik.</translation>
    </message>
    <message>
      <source>What the scale-out network is made of, if it is not taken as priced.</source>
      <translation>Woraus das Scale-out-Netz besteht, wenn es nicht wie bepreist übernommen wird.</translation>
    </message>
    <message>
      <source>Topology</source>
      <translation>Topologie</translation>
    </message>
    <message>
      <source>As priced: price and power per accelerator are those of the network part. Otherwise they follow from switches, adapters and media, counted by the rule of a folded Clos network.</source>
      <translation>Wie bepreist: Preis und Leistung je Beschleuniger sind die des Netzteils aus dem Katalog. Sonst folgen sie aus Switches, Adaptern und Medien, gezählt nach der Regel eines gefalteten Clos-Netzes.</translation>
    </message>
    <message>
      <source>as priced</source>
      <translation>wie bepreist</translation>
    </message>
    <message>
      <source>fat tree, fewest tiers that reach</source>
      <translation>Fat Tree, so flach wie möglich</translation>
    </message>
    <message>
      <source>one tier of leaves</source>
      <translation>eine Ebene aus Leafs</translation>
    </message>
    <message>
      <source>fat tree, two tiers</source>
      <translation>Fat Tree, zwei Ebenen</translation>
    </message>
    <message>
      <source>fat tree, three tiers</source>
      <translation>Fat Tree, drei Ebenen</translation>
    </message>
    <message>
      <source>Accelerators on one fabric</source>
      <translation>Beschleuniger an einer Fabric</translation>
    </message>
    <message>
      <source>Size of the cluster the network joins, which other services may share.</source>
      <translation>Größe des Clusters, den das Netz verbindet und den sich andere Dienste mit diesem teilen können.</translation>
    </message>
    <message>
      <source>Rails or planes</source>
      <translation>Rails oder Planes</translation>
    </message>
    <message>
      <source>Fabrics side by side: one for each accelerator of a server (rail-optimised), or for each port of an adapter (planes). Each joins fewer endpoints, so fewer tiers reach.</source>
      <translation>Fabrics nebeneinander: eine für jeden Beschleuniger eines Servers (Rail-optimiert) oder für jeden Port eines Adapters (Planes). Jede verbindet weniger Endpunkte, sodass weniger Ebenen reichen.</translation>
    </message>
    <message>
      <source>Oversubscription</source>
      <translation>Überbuchung</translation>
    </message>
    <message>
      <source>Bandwidth of a leaf's ports down over those up; 1 is non-blocking.</source>
      <translation>Bandbreite der Ports eines Leafs nach unten geteilt durch die nach oben; 1 ist blockierungsfrei.</translation>
    </message>
    <message>
      <source>Reach to the leaf</source>
      <translation>Reichweite zum Leaf</translation>
    </message>
    <message>
      <source>Longest link from an adapter to its leaf switch.</source>
      <translation>Längster Link von einem Adapter zu seinem Leaf-Switch.</translation>
    </message>
    <message>
      <source>Reach between switches</source>
      <translation>Reichweite zwischen Switches</translation>
    </message>
    <message>
      <source>Longest link between two switches.</source>
      <translation>Längster Link zwischen zwei Switches.</translation>
    </message>
    <message>
      <source>Switches</source>
      <translation>Switches</translation>
    </message>
    <message>
      <source>One switch of the scale-out network, without its modules.</source>
      <translation>Ein Switch des Scale-out-Netzes, ohne seine Module.</translation>
    </message>
    <message>
      <source>Switch</source>
      <translation>Switch</translation>
    </message>
    <message>
      <source>Ports</source>
      <translation>Ports</translation>
    </message>
    <message>
      <source>Ports at the speed they are used at.</source>
      <translation>Ports mit der Geschwindigkeit, mit der sie genutzt werden.</translation>
    </message>
    <message>
      <source>Speed of a port</source>
      <translation>Geschwindigkeit eines Ports</translation>
    </message>
    <message>
      <source>Rate of one port as used, per direction.</source>
      <translation>Rate eines Ports, wie genutzt, je Richtung.</translation>
    </message>
    <message>
      <source>Switch price</source>
      <translation>Preis des Switches</translation>
    </message>
    <message>
      <source>Purchase price of one switch without modules.</source>
      <translation>Kaufpreis eines Switches ohne Module.</translation>
    </message>
    <message>
      <source>Switch power</source>
      <translation>Leistung des Switches</translation>
    </message>
    <message>
      <source>Draw of one switch without modules.</source>
      <translation>Leistungsaufnahme eines Switches ohne Module.</translation>
    </message>
    <message>
      <source>Switch failures</source>
      <translation>Ausfälle des Switches</translation>
    </message>
    <message>
      <source>Failures of one switch in a year.</source>
      <translation>Ausfälle eines Switches in einem Jahr.</translation>
    </message>
    <message>
      <source>Network adapters</source>
      <translation>Netzadapter</translation>
    </message>
    <message>
      <source>One network adapter.</source>
      <translation>Ein Netzadapter.</translation>
    </message>
    <message>
      <source>Network adapter</source>
      <translation>Netzadapter</translation>
    </message>
    <message>
      <source>Speed of an adapter</source>
      <translation>Geschwindigkeit des Adapters</translation>
    </message>
    <message>
      <source>Rate of one adapter per direction; the accelerator's network link tells how many are bought.</source>
      <translation>Rate eines Adapters je Richtung; der Netz-Link des Beschleunigers bestimmt, wie viele gekauft werden.</translation>
    </message>
    <message>
      <source>Adapter price</source>
      <translation>Preis des Adapters</translation>
    </message>
    <message>
      <source>Purchase price of one adapter.</source>
      <translation>Kaufpreis eines Adapters.</translation>
    </message>
    <message>
      <source>Adapter power</source>
      <translation>Leistung des Adapters</translation>
    </message>
    <message>
      <source>Draw of one adapter; the all-in power of the accelerator holds it already.</source>
      <translation>Leistungsaufnahme eines Adapters; in der Gesamtleistung des Beschleunigers schon enthalten.</translation>
    </message>
    <message>
      <source>Adapter failures</source>
      <translation>Ausfälle des Adapters</translation>
    </message>
    <message>
      <source>Failures of one adapter in a year.</source>
      <translation>Ausfälle eines Adapters in einem Jahr.</translation>
    </message>
    <message>
      <source>Links to hosts</source>
      <translation>Links zu den Hosts</translation>
    </message>
    <message>
      <source>What joins an adapter to its leaf switch.</source>
      <translation>Was einen Adapter mit seinem Leaf-Switch verbindet.</translation>
    </message>
    <message>
      <source>Medium at the host</source>
      <translation>Medium am Host</translation>
    </message>
    <message>
      <source>Kind at the host</source>
      <translation>Art am Host</translation>
    </message>
    <message>
      <source>A cable is bought with both ends; a module at the host meets one of the switches' kind.</source>
      <translation>Ein Kabel wird mit beiden Enden gekauft; einem Modul am Host steht eines von der Art der Switches gegenüber.</translation>
    </message>
    <message>
      <source>pluggable module at each end</source>
      <translation>steckbares Modul je Ende</translation>
    </message>
    <message>
      <source>copper cable</source>
      <translation>Kupferkabel</translation>
    </message>
    <message>
      <source>optical cable</source>
      <translation>optisches Kabel</translation>
    </message>
    <message>
      <source>Speed at the host</source>
      <translation>Geschwindigkeit am Host</translation>
    </message>
    <message>
      <source>Rate one cable or module carries; one of a higher rate serves several ports.</source>
      <translation>Rate, die ein Kabel oder Modul trägt; eines mit höherer Rate bedient mehrere Ports.</translation>
    </message>
    <message>
      <source>Price at the host</source>
      <translation>Preis am Host</translation>
    </message>
    <message>
      <source>Price of one module with its share of fibre, or of one cable.</source>
      <translation>Preis eines Moduls mit seinem Anteil an der Faser oder eines Kabels.</translation>
    </message>
    <message>
      <source>Power at the host</source>
      <translation>Leistung am Host</translation>
    </message>
    <message>
      <source>Draw of one module, or of both ends of one cable.</source>
      <translation>Leistungsaufnahme eines Moduls oder beider Enden eines Kabels.</translation>
    </message>
    <message>
      <source>Failures at the host</source>
      <translation>Ausfälle am Host</translation>
    </message>
    <message>
      <source>Failures of one module or cable in a year.</source>
      <translation>Ausfälle eines Moduls oder Kabels in einem Jahr.</translation>
    </message>
    <message>
      <source>Reach at the host</source>
      <translation>Reichweite am Host</translation>
    </message>
    <message>
      <source>Longest link it carries.</source>
      <translation>Längster Link, den es überbrückt.</translation>
    </message>
    <message>
      <source>Links between switches</source>
      <translation>Links zwischen Switches</translation>
    </message>
    <message>
      <source>What joins switches to each other, and ends at the switch a host's module.</source>
      <translation>Was Switches untereinander verbindet und am Switch das Gegenstück zum Modul eines Hosts ist.</translation>
    </message>
    <message>
      <source>Medium at the switches</source>
      <translation>Medium an den Switches</translation>
    </message>
    <message>
      <source>Kind at the switches</source>
      <translation>Art an den Switches</translation>
    </message>
    <message>
      <source>Pluggable, linear and co-packaged optics count as modules, one at each end; a cable has both.</source>
      <translation>Steckbare, lineare und Co-Packaged Optics zählen als Module, eines an jedem Ende; ein Kabel hat beide.</translation>
    </message>
    <message>
      <source>module at each end</source>
      <translation>Modul je Ende</translation>
    </message>
    <message>
      <source>Speed at the switches</source>
      <translation>Geschwindigkeit an den Switches</translation>
    </message>
    <message>
      <source>Rate one cable or module carries; a twin-port module serves two ports.</source>
      <translation>Rate, die ein Kabel oder Modul trägt; ein Twin-Port-Modul bedient zwei Ports.</translation>
    </message>
    <message>
      <source>Price at the switches</source>
      <translation>Preis an den Switches</translation>
    </message>
    <message>
      <source>Power at the switches</source>
      <translation>Leistung an den Switches</translation>
    </message>
    <message>
      <source>Failures at the switches</source>
      <translation>Ausfälle an den Switches</translation>
    </message>
    <message>
      <source>Reach at the switches</source>
      <translation>Reichweite an den Switches</translation>
    </message>
    <message>
      <source>Power &amp; facility</source>
      <translation>Strom &amp; Gebäude</translation>
    </message>
    <message>
      <source>Building, power and cooling.</source>
      <translation>Gebäude, Strom und Kühlung.</translation>
    </message>
    <message>
      <source>Site</source>
      <translation>Standort</translation>
    </message>
    <message>
      <source>PUE</source>
      <translation>PUE</translation>
    </message>
    <message>
      <source>Facility power over IT power.</source>
      <translation>Leistung des Standorts geteilt durch IT-Leistung.</translation>
    </message>
    <message>
      <source>Power price</source>
      <translation>Strompreis</translation>
    </message>
    <message>
      <source>Price of electricity.</source>
      <translation>Preis des Stroms.</translation>
    </message>
    <message>
      <source>Colocation</source>
      <translation>Colocation</translation>
    </message>
    <message>
      <source>Rent of space, power and cooling capacity per kW of all-in power.</source>
      <translation>Miete für Fläche, Strom- und Kühlkapazität je kW Gesamtleistung.</translation>
    </message>
    <message>
      <source>Housing</source>
      <translation>Unterbringung</translation>
    </message>
    <message>
      <source>Colocation: rent per kW. Own building: capital of shell, power and cooling, and land.</source>
      <translation>Colocation: Miete je kW. Eigenes Gebäude: Kapital für Rohbau, Strom und Kühlung sowie Grund.</translation>
    </message>
    <message>
      <source>colocation</source>
      <translation>Colocation</translation>
    </message>
    <message>
      <source>own building</source>
      <translation>eigenes Gebäude</translation>
    </message>
    <message>
      <source>Land per kW</source>
      <translation>Land je kW</translation>
    </message>
    <message>
      <source>Land bought beside the construction per kW of IT power; it keeps its value, so it costs interest only.</source>
      <translation>Neben dem Bau gekaufter Grund je kW IT-Leistung; er behält seinen Wert und kostet deshalb nur Zinsen.</translation>
    </message>
    <message>
      <source>Upkeep of the building</source>
      <translation>Unterhalt des Gebäudes</translation>
    </message>
    <message>
      <source>Yearly maintenance, guards and operators of an own building over its construction.</source>
      <translation>Jährliche Wartung, Bewachung und Bedienung eines eigenen Gebäudes, bezogen auf die Baukosten.</translation>
    </message>
    <message>
      <source>Host power when busy</source>
      <translation>Hostleistung unter Last</translation>
    </message>
    <message>
      <source>Draw of host, network and fans under load over their share of the nameplate.</source>
      <translation>Leistungsaufnahme von Host, Netz und Lüftern unter Last geteilt durch ihren Anteil an der Nennleistung.</translation>
    </message>
    <message>
      <source>Host power when idle</source>
      <translation>Hostleistung im Leerlauf</translation>
    </message>
    <message>
      <source>Draw of host, network and fans with nothing to do over their share of the nameplate.</source>
      <translation>Leistungsaufnahme von Host, Netz und Lüftern ohne Arbeit geteilt durch ihren Anteil an der Nennleistung.</translation>
    </message>
    <message>
      <source>Grid carbon</source>
      <translation>CO₂ des Netzstroms</translation>
    </message>
    <message>
      <source>Carbon dioxide per kWh of electricity.</source>
      <translation>Kohlendioxid je kWh Strom.</translation>
    </message>
    <message>
      <source>Supply &amp; finance</source>
      <translation>Bezug &amp; Finanzierung</translation>
    </message>
    <message>
      <source>Who owns the machines and what capital, staff and software cost.</source>
      <translation>Wem die Maschinen gehören und was Kapital, Personal und Software kosten.</translation>
    </message>
    <message>
      <source>Supply</source>
      <translation>Bezug</translation>
    </message>
    <message>
      <source>Owned: capital recovery, building, power, operations. Rented: the hourly price, power and building included. Mixed: owned machines carry the base of the demand, rented ones the peak. Bought: another company's tokens at its list price, no machines at all.</source>
      <translation>Eigentum: Kapitaldienst, Gebäude, Strom, Betrieb. Gemietet: der Stundenpreis, Strom und Gebäude eingeschlossen. Gemischt: Eigene Maschinen tragen die Grundlast der Nachfrage, gemietete die Spitze. Gekauft: Token einer anderen Firma zu deren Listenpreis, gar keine Maschinen.</translation>
    </message>
    <message>
      <source>owned</source>
      <translation>Eigentum</translation>
    </message>
    <message>
      <source>rented</source>
      <translation>gemietet</translation>
    </message>
    <message>
      <source>own base, rented peak</source>
      <translation>eigene Grundlast, gemietete Spitze</translation>
    </message>
    <message>
      <source>bought by the token</source>
      <translation>je Token gekauft</translation>
    </message>
    <message>
      <source>Size of the own base</source>
      <translation>Größe der eigenen Grundlast</translation>
    </message>
    <message>
      <source>Cheapest: own machines up to the load that is exceeded for the share of the time at which renting costs as much as owning (newsvendor).</source>
      <translation>Am günstigsten: eigene Maschinen bis zu der Last, die in jenem Zeitanteil überschritten wird, bei dem Mieten so viel kostet wie Besitzen (Newsvendor).</translation>
    </message>
    <message>
      <source>cheapest</source>
      <translation>am günstigsten</translation>
    </message>
    <message>
      <source>Own base</source>
      <translation>Eigene Grundlast</translation>
    </message>
    <message>
      <source>Own machines over those needed at the peak.</source>
      <translation>Eigene Maschinen geteilt durch die in der Spitze benötigten.</translation>
    </message>
    <message>
      <source>Use of rented hours</source>
      <translation>Nutzung gemieteter Stunden</translation>
    </message>
    <message>
      <source>Of the hours rented for the peak, those in which the machine was needed.</source>
      <translation>Anteil der für die Spitze gemieteten Stunden, in denen die Maschine gebraucht wurde.</translation>
    </message>
    <message>
      <source>Uplift on rent</source>
      <translation>Aufschlag auf die Miete</translation>
    </message>
    <message>
      <source>Storage, traffic and support beside the hourly price.</source>
      <translation>Speicher, Datenverkehr und Support neben dem Stundenpreis.</translation>
    </message>
    <message>
      <source>Rent over the years</source>
      <translation>Miete über die Jahre</translation>
    </message>
    <message>
      <source>Fixed: a contract over the life holds today's rent while prices move. Market: rent is agreed anew each year and moves by the change of rent ahead. Today's bill does not feel it.</source>
      <translation>Fest: Ein Vertrag über die Laufzeit hält die heutige Miete, während Preise sich bewegen. Markt: Die Miete wird jedes Jahr neu vereinbart und bewegt sich mit der künftigen Änderung der Miete. Die heutige Rechnung spürt davon nichts.</translation>
    </message>
    <message>
      <source>as today for the whole life</source>
      <translation>über die ganze Laufzeit wie heute</translation>
    </message>
    <message>
      <source>with the market, year by year</source>
      <translation>mit dem Markt, Jahr für Jahr</translation>
    </message>
    <message>
      <source>Useful life</source>
      <translation>Nutzungsdauer</translation>
    </message>
    <message>
      <source>Years over which capital is recovered, and over which an investment is judged.</source>
      <translation>Jahre, über die Kapital zurückverdient und eine Investition beurteilt wird.</translation>
    </message>
    <message>
      <source>Residual value</source>
      <translation>Restwert</translation>
    </message>
    <message>
      <source>Value at the end of life over the price.</source>
      <translation>Wert am Ende der Nutzungsdauer geteilt durch den Preis.</translation>
    </message>
    <message>
      <source>Cost of capital</source>
      <translation>Kapitalkostensatz</translation>
    </message>
    <message>
      <source>Yearly weighted cost of capital; future cash is discounted by it.</source>
      <translation>Jährlicher gewichteter Kapitalkostensatz; künftige Zahlungen werden damit diskontiert.</translation>
    </message>
    <message>
      <source>Capital cost</source>
      <translation>Kapitalkosten</translation>
    </message>
    <message>
      <source>The annuity recovers price and interest in equal payments: what the machine must earn. Straight line charges price less residual over life, as the books do, without interest; the third way adds interest on the mean of price and residual.</source>
      <translation>Die Annuität deckt Preis und Zins in gleichen Raten: was die Maschine verdienen muss. Linear wird Preis abzüglich Restwert über die Nutzungsdauer angesetzt, wie es die Bücher tun, ohne Zins; der dritte Weg fügt Zins auf das Mittel von Preis und Restwert hinzu.</translation>
    </message>
    <message>
      <source>annuity (economic)</source>
      <translation>Annuität (ökonomisch)</translation>
    </message>
    <message>
      <source>straight line (accounting)</source>
      <translation>linear (buchhalterisch)</translation>
    </message>
    <message>
      <source>straight line and interest on the average book</source>
      <translation>linear, Zins auf mittlerem Buchwert</translation>
    </message>
    <message>
      <source>Staff</source>
      <translation>Personal</translation>
    </message>
    <message>
      <source>Yearly cost of operating staff over capital.</source>
      <translation>Jährliche Kosten des Betriebspersonals, bezogen auf das Kapital.</translation>
    </message>
    <message>
      <source>Maintenance</source>
      <translation>Wartung</translation>
    </message>
    <message>
      <source>Yearly maintenance and spares over capital.</source>
      <translation>Jährliche Wartung und Ersatzteile, bezogen auf das Kapital.</translation>
    </message>
    <message>
      <source>Storage per accelerator</source>
      <translation>Massenspeicher je Beschleuniger</translation>
    </message>
    <message>
      <source>Purchase price of storage per accelerator.</source>
      <translation>Kaufpreis des Massenspeichers je Beschleuniger.</translation>
    </message>
    <message>
      <source>Software licence</source>
      <translation>Softwarelizenz</translation>
    </message>
    <message>
      <source>Serving software and support per accelerator and hour, owned or rented.</source>
      <translation>Serving-Software und Support je Beschleuniger und Stunde, ob eigen oder gemietet.</translation>
    </message>
    <message>
      <source>Fixed cost of running it</source>
      <translation>Fixkosten des Betriebs</translation>
    </message>
    <message>
      <source>People and tools it takes to run a fleet of any size; nothing when tokens are bought.</source>
      <translation>Menschen und Werkzeuge, die der Betrieb einer Flotte jeder Größe braucht; nichts, wenn Token gekauft werden.</translation>
    </message>
    <message>
      <source>Tax on profit</source>
      <translation>Gewinnsteuer</translation>
    </message>
    <message>
      <source>Tax on profit after straight-line depreciation; losses are set off against other income.</source>
      <translation>Steuer auf den Gewinn nach linearer Abschreibung; Verluste werden mit anderen Einkünften verrechnet.</translation>
    </message>
    <message>
      <source>Working storage</source>
      <translation>Datenspeicher</translation>
    </message>
    <message>
      <source>Documents, logs, weights and caches of the service kept on rented storage.</source>
      <translation>Dokumente, Protokolle, Gewichte und Caches des Dienstes auf gemietetem Speicher.</translation>
    </message>
    <message>
      <source>Price of working storage</source>
      <translation>Preis des Datenspeichers</translation>
    </message>
    <message>
      <source>Rent of working storage.</source>
      <translation>Miete des Datenspeichers.</translation>
    </message>
    <message>
      <source>Cost is split</source>
      <translation>Kosten verteilt</translation>
    </message>
    <message>
      <source>How the cost of a shared machine falls on input, cached and output tokens.</source>
      <translation>Wie die Kosten einer geteilten Maschine auf Eingabe-, Cache- und Ausgabetoken fallen.</translation>
    </message>
    <message>
      <source>by busy time</source>
      <translation>nach beschäftigter Zeit</translation>
    </message>
    <message>
      <source>all on output tokens</source>
      <translation>alles auf Ausgabetoken</translation>
    </message>
    <message>
      <source>evenly over all tokens</source>
      <translation>gleich auf alle Token</translation>
    </message>
    <message>
      <source>Cost of a cached token</source>
      <translation>Kosten eines Cache-Tokens</translation>
    </message>
    <message>
      <source>Cost of holding and reloading a cached input token over computing it.</source>
      <translation>Kosten dafür, ein Eingabetoken im Cache zu halten und nachzuladen, geteilt durch die seiner Berechnung.</translation>
    </message>
    <message>
      <source>Inside the machine</source>
      <translation>Im Innern der Maschine</translation>
    </message>
    <message>
      <source>What is inside the accelerator's price and its server's.</source>
      <translation>Was im Preis des Beschleunigers und seines Servers steckt.</translation>
    </message>
    <message>
      <source>Logic</source>
      <translation>Logik</translation>
    </message>
    <message>
      <source>What the foundry gets for the dies of one accelerator.</source>
      <translation>Was die Foundry für die Dies eines Beschleunigers erhält.</translation>
    </message>
    <message>
      <source>What the maker of the memory on the package gets.</source>
      <translation>Was der Hersteller des Speichers im Package erhält.</translation>
    </message>
    <message>
      <source>Packaging and test</source>
      <translation>Packaging und Test</translation>
    </message>
    <message>
      <source>Packaging, substrate, test and what yield loses.</source>
      <translation>Packaging, Substrat, Test und Ausbeuteverlust.</translation>
    </message>
    <message>
      <source>Design partner's margin</source>
      <translation>Marge des Designpartners</translation>
    </message>
    <message>
      <source>Gross margin of the partner who delivers a part designed by its user; 0 where the vendor buys from the foundry itself. The partner's price is the materials over one less this.</source>
      <translation>Bruttomarge des Partners, der ein vom Nutzer entworfenes Teil liefert; 0, wo der Hersteller selbst bei der Foundry kauft. Der Preis des Partners ist das Material geteilt durch eins minus diese Marge.</translation>
    </message>
    <message>
      <source>Processors of the server</source>
      <translation>Prozessoren des Servers</translation>
    </message>
    <message>
      <source>Share of the server's price (accelerator and adapter apart) that buys host processors.</source>
      <translation>Anteil des Serverpreises (ohne Beschleuniger und Adapter), für den Hostprozessoren gekauft werden.</translation>
    </message>
    <message>
      <source>Scale-up fabric of the server</source>
      <translation>Scale-up-Fabric des Servers</translation>
    </message>
    <message>
      <source>Share of the server's price that buys switches, board and cables of the scale-up links; of what processors leave at the most.</source>
      <translation>Anteil des Serverpreises, für den Switches, Board und Kabel der Scale-up-Links gekauft werden; höchstens so viel, wie die Prozessoren übrig lassen.</translation>
    </message>
    <message>
      <source>Design partner</source>
      <translation>Designpartner</translation>
    </message>
    <message>
      <source>The design partner of own silicon.</source>
      <translation>Der Designpartner eigener Chips.</translation>
    </message>
    <message>
      <source>Who delivers a part that its user designed; as supplied, whoever the accelerator's entry names.</source>
      <translation>Wer ein vom Nutzer entworfenes Teil liefert; „wie geliefert“ ist, wen der Eintrag des Beschleunigers nennt.</translation>
    </message>
    <message>
      <source>Partner</source>
      <translation>Partner</translation>
    </message>
    <message>
      <source>Chosen: the margin below in place of the accelerator's own. The price of the accelerator stays: what one partner asks less, its designer keeps.</source>
      <translation>Gewählt: die Marge unten statt der des Beschleunigers. Der Preis des Beschleunigers bleibt: Was ein Partner weniger verlangt, behält, wer ihn entworfen hat.</translation>
    </message>
    <message>
      <source>as the accelerator has it</source>
      <translation>wie beim Beschleuniger</translation>
    </message>
    <message>
      <source>chosen here</source>
      <translation>hier gewählt</translation>
    </message>
    <message>
      <source>Margin of the partner chosen</source>
      <translation>Marge des gewählten Partners</translation>
    </message>
    <message>
      <source>Gross margin on what the partner delivers; its price is the materials over one less this.</source>
      <translation>Bruttomarge auf das, was der Partner liefert; sein Preis ist das Material geteilt durch eins minus diese Marge.</translation>
    </message>
    <message>
      <source>Inside the building</source>
      <translation>Im Innern des Gebäudes</translation>
    </message>
    <message>
      <source>What building, power and cooling cost to build, inside the rent of the site.</source>
      <translation>Was der Bau von Gebäude, Strom und Kühlung kostet, in der Miete des Standorts enthalten.</translation>
    </message>
    <message>
      <source>Construction</source>
      <translation>Bau</translation>
    </message>
    <message>
      <source>Shell, power and cooling built per watt of IT power, land included.</source>
      <translation>Rohbau, Strom und Kühlung, gebaut je Watt IT-Leistung, Grund eingeschlossen.</translation>
    </message>
    <message>
      <source>Life of the building</source>
      <translation>Lebensdauer des Gebäudes</translation>
    </message>
    <message>
      <source>Years over which construction is written off; what the rent asks beyond is interest and return.</source>
      <translation>Jahre, über die der Bau abgeschrieben wird; was die Miete darüber hinaus verlangt, ist Zins und Rendite.</translation>
    </message>
    <message>
      <source>Power equipment</source>
      <translation>Stromversorgung</translation>
    </message>
    <message>
      <source>Share of construction for generators, transformers, UPS and switchgear.</source>
      <translation>Anteil der Baukosten für Generatoren, Transformatoren, USV und Schaltanlagen.</translation>
    </message>
    <message>
      <source>Cooling equipment</source>
      <translation>Kühlung</translation>
    </message>
    <message>
      <source>Share of construction for cooling, at the most what power leaves; the rest is building.</source>
      <translation>Anteil der Baukosten für Kühlung, höchstens so viel, wie der Strom übrig lässt; der Rest ist Gebäude.</translation>
    </message>
    <message>
      <source>Bought tokens</source>
      <translation>Gekaufte Token</translation>
    </message>
    <message>
      <source>Another company's tokens: its list price, and how fast it says it answers.</source>
      <translation>Token einer anderen Firma: ihr Listenpreis und wie schnell sie nach eigenen Angaben antwortet.</translation>
    </message>
    <message>
      <source>Bought output</source>
      <translation>Gekaufte Ausgabe</translation>
    </message>
    <message>
      <source>What the seller asks for output tokens.</source>
      <translation>Was der Verkäufer für Ausgabetoken verlangt.</translation>
    </message>
    <message>
      <source>Bought input</source>
      <translation>Gekaufte Eingabe</translation>
    </message>
    <message>
      <source>What the seller asks for input tokens that it computes.</source>
      <translation>Was der Verkäufer für Eingabetoken verlangt, die er berechnet.</translation>
    </message>
    <message>
      <source>Bought cached input</source>
      <translation>Gekaufte Cache-Eingabe</translation>
    </message>
    <message>
      <source>What the seller asks for input tokens found in its cache.</source>
      <translation>Was der Verkäufer für Eingabetoken verlangt, die in seinem Cache liegen.</translation>
    </message>
    <message>
      <source>Surcharge</source>
      <translation>Aufschlag</translation>
    </message>
    <message>
      <source>Gateway, payment and support beside the list price.</source>
      <translation>Gateway, Zahlungsabwicklung und Support neben dem Listenpreis.</translation>
    </message>
    <message>
      <source>Stated TTFT</source>
      <translation>Angegebene TTFT</translation>
    </message>
    <message>
      <source>Mean time to the first token as stated or measured at the seller.</source>
      <translation>Mittlere Zeit bis zum ersten Token, wie beim Verkäufer angegeben oder gemessen.</translation>
    </message>
    <message>
      <source>Stated TPOT</source>
      <translation>Angegebene TPOT</translation>
    </message>
    <message>
      <source>Mean time per output token after the first as stated or measured at the seller.</source>
      <translation>Mittlere Zeit je Ausgabetoken nach dem ersten, wie beim Verkäufer angegeben oder gemessen.</translation>
    </message>
    <message>
      <source>Variation of stated times</source>
      <translation>Streuung der Angaben</translation>
    </message>
    <message>
      <source>Standard deviation over mean of both times, lognormal; tells their percentiles.</source>
      <translation>Standardabweichung geteilt durch Mittel beider Zeiten, lognormal; daraus folgen ihre Perzentile.</translation>
    </message>
    <message>
      <source>Price</source>
      <translation>Preis</translation>
    </message>
    <message>
      <source>What a customer pays.</source>
      <translation>Was ein Kunde zahlt.</translation>
    </message>
    <message>
      <source>Price list</source>
      <translation>Preisliste</translation>
    </message>
    <message>
      <source>Market listing the prices were taken from.</source>
      <translation>Markteintrag, aus dem die Preise stammen.</translation>
    </message>
    <message>
      <source>Sold by</source>
      <translation>Verkauft als</translation>
    </message>
    <message>
      <source>Per token, or a flat fee per user and month.</source>
      <translation>Je Token oder eine Pauschale je Nutzer und Monat.</translation>
    </message>
    <message>
      <source>tokens</source>
      <translation>Token</translation>
    </message>
    <message>
      <source>subscription</source>
      <translation>Abonnement</translation>
    </message>
    <message>
      <source>Price per M output</source>
      <translation>Preis je M Ausgabe</translation>
    </message>
    <message>
      <source>List price of output tokens.</source>
      <translation>Listenpreis der Ausgabetoken.</translation>
    </message>
    <message>
      <source>Price per M input</source>
      <translation>Preis je M Eingabe</translation>
    </message>
    <message>
      <source>List price of input tokens that are computed.</source>
      <translation>Listenpreis der Eingabetoken, die berechnet werden.</translation>
    </message>
    <message>
      <source>Price per M cached input</source>
      <translation>Preis je M Cache-Eingabe</translation>
    </message>
    <message>
      <source>List price of input tokens found in the cache.</source>
      <translation>Listenpreis der Eingabetoken, die im Cache liegen.</translation>
    </message>
    <message>
      <source>Cache write over input</source>
      <translation>Cache-Schreiben zu Eingabe</translation>
    </message>
    <message>
      <source>What computed input costs over the list price because it is written to the cache.</source>
      <translation>Was berechnete Eingabe gegenüber dem Listenpreis kostet, weil sie in den Cache geschrieben wird.</translation>
    </message>
    <message>
      <source>Long prompts from</source>
      <translation>Lange Prompts ab</translation>
    </message>
    <message>
      <source>Prompt above which a request is charged as a long one.</source>
      <translation>Prompt, ab dem eine Anfrage als lange berechnet wird.</translation>
    </message>
    <message>
      <source>Long prompts over list price</source>
      <translation>Lange Prompts zu Listenpreis</translation>
    </message>
    <message>
      <source>What all tokens of a long request cost over the list price.</source>
      <translation>Was alle Token einer langen Anfrage gegenüber dem Listenpreis kosten.</translation>
    </message>
    <message>
      <source>Subscription</source>
      <translation>Abonnement</translation>
    </message>
    <message>
      <source>Flat fee per paying user and month.</source>
      <translation>Pauschale je zahlendem Nutzer und Monat.</translation>
    </message>
    <message>
      <source>Paid usage</source>
      <translation>Bezahlte Nutzung</translation>
    </message>
    <message>
      <source>Share of requests (or users) that pay; the rest is free.</source>
      <translation>Anteil der Anfragen (oder Nutzer), die zahlen; der Rest ist frei.</translation>
    </message>
    <message>
      <source>Discount</source>
      <translation>Rabatt</translation>
    </message>
    <message>
      <source>Mean discount on list prices: volume, batch.</source>
      <translation>Mittlerer Nachlass auf Listenpreise: Menge, Batch.</translation>
    </message>
    <message>
      <source>Fees and revenue share</source>
      <translation>Gebühren und Umsatzanteil</translation>
    </message>
    <message>
      <source>Payment fees and the share of a cloud or marketplace.</source>
      <translation>Zahlungsgebühren und der Anteil einer Cloud oder eines Marktplatzes.</translation>
    </message>
    <message>
      <source>Value of the decision</source>
      <translation>Wert der Entscheidung</translation>
    </message>
    <message>
      <source>What the answer changes, and what that is worth.</source>
      <translation>Was die Antwort ändert und was das wert ist.</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <source>Case of use whose figures fill this group.</source>
      <translation>Anwendungsfall, dessen Zahlen diese Gruppe füllen.</translation>
    </message>
    <message>
      <source>Kind of decision</source>
      <translation>Art der Entscheidung</translation>
    </message>
    <message>
      <source>By which formula a decision's benefit is worked out.</source>
      <translation>Nach welcher Formel der Nutzen einer Entscheidung berechnet wird.</translation>
    </message>
    <message>
      <source>generic text</source>
      <translation>allgemeiner Text</translation>
    </message>
    <message>
      <source>fraud alert</source>
      <translation>Betrugsalarm</translation>
    </message>
    <message>
      <source>collection</source>
      <translation>Forderungseinzug</translation>
    </message>
    <message>
      <source>maintenance</source>
      <translation>Wartung</translation>
    </message>
    <message>
      <source>logistics</source>
      <translation>Logistik</translation>
    </message>
    <message>
      <source>support contact</source>
      <translation>Supportkontakt</translation>
    </message>
    <message>
      <source>as stated</source>
      <translation>wie angegeben</translation>
    </message>
    <message>
      <source>Tokens paid at</source>
      <translation>Token bezahlt zu</translation>
    </message>
    <message>
      <source>Whether whoever decides runs the service himself or buys it at this scenario's list price.</source>
      <translation>Ob der Entscheider den Dienst selbst betreibt oder ihn zum Listenpreis dieses Szenarios kauft.</translation>
    </message>
    <message>
      <source>own cost</source>
      <translation>eigene Kosten</translation>
    </message>
    <message>
      <source>list price</source>
      <translation>Listenpreis</translation>
    </message>
    <message>
      <source>Calls per decision</source>
      <translation>Aufrufe je Entscheidung</translation>
    </message>
    <message>
      <source>Requests to the model that one decision takes: retries, tool use and second looks included.</source>
      <translation>Anfragen an das Modell, die eine Entscheidung braucht: Wiederholungen, Werkzeuge und zweite Blicke eingeschlossen.</translation>
    </message>
    <message>
      <source>Realised share</source>
      <translation>Realisierter Anteil</translation>
    </message>
    <message>
      <source>Share of the benefit that reaches the books: how often the answer is used, and used well.</source>
      <translation>Anteil des Nutzens, der in den Büchern ankommt: wie oft die Antwort genutzt wird, und wie gut.</translation>
    </message>
    <message>
      <source>Share owed to the model</source>
      <translation>Dem Modell zuzurechnen</translation>
    </message>
    <message>
      <source>Share of the benefit that the rule or model in place before would not have brought anyway.</source>
      <translation>Anteil des Nutzens, den die Regel oder das Modell von vorher nicht ohnehin gebracht hätte.</translation>
    </message>
    <message>
      <source>Wrong decisions</source>
      <translation>Falsche Entscheidungen</translation>
    </message>
    <message>
      <source>Whether errors are stated, or follow from the quality of model, levers and routing.</source>
      <translation>Ob Fehler angegeben sind oder aus der Qualität von Modell, Hebeln und Routing folgen.</translation>
    </message>
    <message>
      <source>from the quality of answers</source>
      <translation>aus der Antwortqualität</translation>
    </message>
    <message>
      <source>Wrong answers nobody catches</source>
      <translation>Unbemerkte falsche Antworten</translation>
    </message>
    <message>
      <source>Share of the answers that do not serve their purpose and are acted upon all the same.</source>
      <translation>Anteil der Antworten, die ihren Zweck verfehlen und nach denen trotzdem gehandelt wird.</translation>
    </message>
    <message>
      <source>Wrong decisions, stated</source>
      <translation>Falsche Entscheidungen, gesetzt</translation>
    </message>
    <message>
      <source>Share of decisions that are wrong and reach operations.</source>
      <translation>Anteil der Entscheidungen, die falsch sind und im Betrieb ankommen.</translation>
    </message>
    <message>
      <source>Cost of a wrong decision</source>
      <translation>Kosten einer falschen Entscheidung</translation>
    </message>
    <message>
      <source>What a wrong decision costs until it is put right.</source>
      <translation>Was eine falsche Entscheidung kostet, bis sie berichtigt ist.</translation>
    </message>
    <message>
      <source>Reviewed by people, before</source>
      <translation>Von Menschen geprüft, vorher</translation>
    </message>
    <message>
      <source>Share of cases that people looked at before.</source>
      <translation>Anteil der Fälle, die Menschen früher angesehen haben.</translation>
    </message>
    <message>
      <source>Reviewed by people, now</source>
      <translation>Von Menschen geprüft, jetzt</translation>
    </message>
    <message>
      <source>Share of cases that people still look at.</source>
      <translation>Anteil der Fälle, die Menschen noch ansehen.</translation>
    </message>
    <message>
      <source>Cost of a review</source>
      <translation>Kosten einer Prüfung</translation>
    </message>
    <message>
      <source>What one look by a person costs.</source>
      <translation>Was ein Blick eines Menschen kostet.</translation>
    </message>
    <message>
      <source>Other cost per decision</source>
      <translation>Übrige Kosten je Entscheidung</translation>
    </message>
    <message>
      <source>Integration, data work and what a platform between model and operations takes, per decision.</source>
      <translation>Integration, Datenarbeit und was eine Plattform zwischen Modell und Betrieb nimmt, je Entscheidung.</translation>
    </message>
    <message>
      <source>Benefit per decision</source>
      <translation>Nutzen je Entscheidung</translation>
    </message>
    <message>
      <source>What a right decision is worth, stated outright.</source>
      <translation>Was eine richtige Entscheidung wert ist, direkt angegeben.</translation>
    </message>
    <message>
      <source>True events among cases</source>
      <translation>Echte Ereignisse unter den Fällen</translation>
    </message>
    <message>
      <source>Share of alerts that are real.</source>
      <translation>Anteil der Alarme, die echt sind.</translation>
    </message>
    <message>
      <source>Loss per event</source>
      <translation>Schaden je Ereignis</translation>
    </message>
    <message>
      <source>Direct loss of one undetected event.</source>
      <translation>Direkter Schaden eines unentdeckten Ereignisses.</translation>
    </message>
    <message>
      <source>Full cost over direct loss</source>
      <translation>Vollkosten zu direktem Schaden</translation>
    </message>
    <message>
      <source>What each dollar of fraud costs in all.</source>
      <translation>Was jeder Dollar Betrug insgesamt kostet.</translation>
    </message>
    <message>
      <source>More events found</source>
      <translation>Mehr gefundene Ereignisse</translation>
    </message>
    <message>
      <source>Additional share of events that are found in time.</source>
      <translation>Zusätzlicher Anteil der Ereignisse, die rechtzeitig gefunden werden.</translation>
    </message>
    <message>
      <source>Fewer false alarms</source>
      <translation>Weniger Fehlalarme</translation>
    </message>
    <message>
      <source>Share of good cases no longer stopped.</source>
      <translation>Anteil der guten Fälle, die nicht mehr gestoppt werden.</translation>
    </message>
    <message>
      <source>Cost of a false alarm</source>
      <translation>Kosten eines Fehlalarms</translation>
    </message>
    <message>
      <source>Margin lost when a good case is stopped.</source>
      <translation>Marge, die verloren geht, wenn ein guter Fall gestoppt wird.</translation>
    </message>
    <message>
      <source>Revenue on account a year</source>
      <translation>Umsatz auf Rechnung im Jahr</translation>
    </message>
    <message>
      <source>Yearly sales that are collected.</source>
      <translation>Jährlicher Umsatz, der eingezogen wird.</translation>
    </message>
    <message>
      <source>Decisions a year</source>
      <translation>Entscheidungen im Jahr</translation>
    </message>
    <message>
      <source>Invoices that the model works on in a year.</source>
      <translation>Rechnungen, an denen das Modell in einem Jahr arbeitet.</translation>
    </message>
    <message>
      <source>Days of sales gained</source>
      <translation>Gewonnene Umsatztage</translation>
    </message>
    <message>
      <source>Fewer days until customers pay.</source>
      <translation>Tage weniger, bis Kunden zahlen.</translation>
    </message>
    <message>
      <source>Cost of working capital</source>
      <translation>Kosten des Umlaufkapitals</translation>
    </message>
    <message>
      <source>Yearly cost of the money customers owe; the cash released once is no yearly benefit.</source>
      <translation>Jährliche Kosten des Geldes, das Kunden schulden; das einmalig freigesetzte Geld ist kein jährlicher Nutzen.</translation>
    </message>
    <message>
      <source>Bad debt avoided</source>
      <translation>Vermiedene Forderungsausfälle</translation>
    </message>
    <message>
      <source>Share of sales no longer lost.</source>
      <translation>Anteil des Umsatzes, der nicht mehr verloren geht.</translation>
    </message>
    <message>
      <source>Working time saved</source>
      <translation>Gesparte Arbeitszeit</translation>
    </message>
    <message>
      <source>Time of a person saved per decision.</source>
      <translation>Je Entscheidung gesparte Zeit eines Menschen.</translation>
    </message>
    <message>
      <source>Cost of working time</source>
      <translation>Kosten der Arbeitszeit</translation>
    </message>
    <message>
      <source>Full cost of an hour of the person whose time is saved.</source>
      <translation>Vollkosten einer Stunde des Menschen, dessen Zeit gespart wird.</translation>
    </message>
    <message>
      <source>Answers used</source>
      <translation>Genutzte Antworten</translation>
    </message>
    <message>
      <source>Share of texts that anybody uses.</source>
      <translation>Anteil der Texte, die jemand verwendet.</translation>
    </message>
    <message>
      <source>Failures per machine</source>
      <translation>Ausfälle je Maschine</translation>
    </message>
    <message>
      <source>Unplanned stops of one machine; it is looked at once a day.</source>
      <translation>Ungeplante Stillstände einer Maschine; sie wird einmal am Tag angesehen.</translation>
    </message>
    <message>
      <source>Downtime that warning avoids</source>
      <translation>Durch Warnung gesparter Ausfall</translation>
    </message>
    <message>
      <source>Share of a stop's time that an early warning saves.</source>
      <translation>Anteil der Dauer eines Stillstands, den eine frühe Warnung spart.</translation>
    </message>
    <message>
      <source>Length of a stop</source>
      <translation>Dauer eines Stillstands</translation>
    </message>
    <message>
      <source>Mean length of an unplanned stop.</source>
      <translation>Mittlere Dauer eines ungeplanten Stillstands.</translation>
    </message>
    <message>
      <source>Cost of a stopped hour</source>
      <translation>Kosten einer Stillstandsstunde</translation>
    </message>
    <message>
      <source>What an hour of downtime costs.</source>
      <translation>Was eine Stunde Stillstand kostet.</translation>
    </message>
    <message>
      <source>Needless inspections</source>
      <translation>Unnötige Inspektionen</translation>
    </message>
    <message>
      <source>Share of decisions that send somebody for nothing.</source>
      <translation>Anteil der Entscheidungen, die jemanden umsonst losschicken.</translation>
    </message>
    <message>
      <source>Cost of an inspection</source>
      <translation>Kosten einer Inspektion</translation>
    </message>
    <message>
      <source>What one visit costs.</source>
      <translation>Was ein Besuch kostet.</translation>
    </message>
    <message>
      <source>Miles saved</source>
      <translation>Gesparte Meilen</translation>
    </message>
    <message>
      <source>Miles less per stop or plan.</source>
      <translation>Meilen weniger je Halt oder Plan.</translation>
    </message>
    <message>
      <source>Cost of a mile</source>
      <translation>Kosten einer Meile</translation>
    </message>
    <message>
      <source>Truck, fuel and driver per mile.</source>
      <translation>Lkw, Kraftstoff und Fahrer je Meile.</translation>
    </message>
    <message>
      <source>Exceptions avoided</source>
      <translation>Vermiedene Ausnahmen</translation>
    </message>
    <message>
      <source>Share of decisions that spare a failed delivery or a call.</source>
      <translation>Anteil der Entscheidungen, die eine gescheiterte Zustellung oder einen Anruf ersparen.</translation>
    </message>
    <message>
      <source>Cost of an exception</source>
      <translation>Kosten einer Ausnahme</translation>
    </message>
    <message>
      <source>What a failed delivery or call costs.</source>
      <translation>Was eine gescheiterte Zustellung oder ein Anruf kostet.</translation>
    </message>
    <message>
      <source>Cases solved without a person</source>
      <translation>Ohne Menschen gelöste Fälle</translation>
    </message>
    <message>
      <source>Share of contacts that need no agent any more.</source>
      <translation>Anteil der Kontakte, die keinen Mitarbeiter mehr brauchen.</translation>
    </message>
    <message>
      <source>Cost of a case by a person</source>
      <translation>Kosten eines Falls mit Menschen</translation>
    </message>
    <message>
      <source>One contact handled by an agent.</source>
      <translation>Ein Kontakt, den ein Mitarbeiter bearbeitet.</translation>
    </message>
    <message>
      <source>Other cost of a case by machine</source>
      <translation>Übrige Kosten eines Maschinenfalls</translation>
    </message>
    <message>
      <source>Telephony, licences and supervision of a contact without an agent; tokens come on top.</source>
      <translation>Telefonie, Lizenzen und Aufsicht eines Kontakts ohne Mitarbeiter; Token kommen hinzu.</translation>
    </message>
    <message>
      <source>Work saved on the rest</source>
      <translation>Am Rest gesparte Arbeit</translation>
    </message>
    <message>
      <source>Share of an agent's work saved where he is helped.</source>
      <translation>Anteil der Arbeit eines Mitarbeiters, der gespart wird, wo ihm geholfen wird.</translation>
    </message>
    <message>
      <source>Years ahead</source>
      <translation>Kommende Jahre</translation>
    </message>
    <message>
      <source>The years ahead of today's scenario; only the Outlook view and `isocost outlook` read these.</source>
      <translation>Die Jahre nach dem heutigen Szenario; nur die Ansicht Ausblick und `isocost outlook` lesen diese Eingaben.</translation>
    </message>
    <message>
      <source>First year</source>
      <translation>Erstes Jahr</translation>
    </message>
    <message>
      <source>Calendar year that the scenario describes.</source>
      <translation>Kalenderjahr, das das Szenario beschreibt.</translation>
    </message>
    <message>
      <source>How many years after the first one are computed.</source>
      <translation>Wie viele Jahre nach dem ersten berechnet werden.</translation>
    </message>
    <message>
      <source>Demand growth</source>
      <translation>Nachfragewachstum</translation>
    </message>
    <message>
      <source>Yearly growth of use at an unchanged price.</source>
      <translation>Jährliches Wachstum der Nutzung bei unverändertem Preis.</translation>
    </message>
    <message>
      <source>Price elasticity</source>
      <translation>Preiselastizität</translation>
    </message>
    <message>
      <source>Per cent of more use for a price one per cent lower; above 1 / pass-through it grows spend.</source>
      <translation>Mehr an Nutzung in Prozent bei einem um ein Prozent niedrigeren Preis; über 1 / Weitergabe lässt sie die Ausgaben wachsen.</translation>
    </message>
    <message>
      <source>Least elasticity</source>
      <translation>Kleinste Elastizität</translation>
    </message>
    <message>
      <source>Lower end of the triangle that the fan is drawn from.</source>
      <translation>Unteres Ende des Dreiecks, aus dem der Fächer gezogen wird.</translation>
    </message>
    <message>
      <source>Most elasticity</source>
      <translation>Größte Elastizität</translation>
    </message>
    <message>
      <source>Upper end of the triangle that the fan is drawn from.</source>
      <translation>Oberes Ende des Dreiecks, aus dem der Fächer gezogen wird.</translation>
    </message>
    <message>
      <source>Prices ahead</source>
      <translation>Künftige Preise</translation>
    </message>
    <message>
      <source>Whether competition passes the market's cost on, or prices move by a factor of their own.</source>
      <translation>Ob der Wettbewerb die Kosten des Marktes weitergibt oder Preise sich um einen eigenen Faktor bewegen.</translation>
    </message>
    <message>
      <source>follow the market's cost</source>
      <translation>folgen den Kosten des Marktes</translation>
    </message>
    <message>
      <source>a set factor a year</source>
      <translation>fester Faktor im Jahr</translation>
    </message>
    <message>
      <source>Pass-through</source>
      <translation>Weitergabe</translation>
    </message>
    <message>
      <source>Per cent that prices fall for one per cent that the market's cost falls.</source>
      <translation>Prozent, um die Preise fallen, wenn die Kosten des Marktes um ein Prozent fallen.</translation>
    </message>
    <message>
      <source>Price after a year</source>
      <translation>Preis nach einem Jahr</translation>
    </message>
    <message>
      <source>Prices of a year over those of the year before.</source>
      <translation>Preise eines Jahres geteilt durch die des Vorjahres.</translation>
    </message>
    <message>
      <source>Fall of hardware cost</source>
      <translation>Fall der Hardwarekosten</translation>
    </message>
    <message>
      <source>Yearly fall of what machines for the same work cost.</source>
      <translation>Jährlicher Fall dessen, was Maschinen für dieselbe Arbeit kosten.</translation>
    </message>
    <message>
      <source>Fall of energy per work</source>
      <translation>Fall der Energie je Arbeit</translation>
    </message>
    <message>
      <source>Yearly fall of power, and so of building and cooling, for the same work on new machines.</source>
      <translation>Jährlicher Fall der Leistung, und damit von Gebäude und Kühlung, für dieselbe Arbeit auf neuen Maschinen.</translation>
    </message>
    <message>
      <source>Gain by software</source>
      <translation>Gewinn durch Software</translation>
    </message>
    <message>
      <source>Yearly fall of machine time per token by better serving software, on machines old and new.</source>
      <translation>Jährlicher Fall der Maschinenzeit je Token durch bessere Serving-Software, auf alten und neuen Maschinen.</translation>
    </message>
    <message>
      <source>Gain by models</source>
      <translation>Gewinn durch Modelle</translation>
    </message>
    <message>
      <source>Yearly fall of machine time per token because smaller models do the same work.</source>
      <translation>Jährlicher Fall der Maschinenzeit je Token, weil kleinere Modelle dieselbe Arbeit leisten.</translation>
    </message>
    <message>
      <source>Change of rent</source>
      <translation>Änderung der Miete</translation>
    </message>
    <message>
      <source>Yearly change of the rent of what does one of today's machine's work; it can rise.</source>
      <translation>Jährliche Änderung der Miete für das, was die Arbeit einer heutigen Maschine leistet; sie kann steigen.</translation>
    </message>
    <message>
      <source>Capital in the rent</source>
      <translation>Kapital in der Miete</translation>
    </message>
    <message>
      <source>Share of the rent that repays machines and so moves with their price.</source>
      <translation>Anteil der Miete, der Maschinen zurückzahlt und sich daher mit deren Preis bewegt.</translation>
    </message>
    <message>
      <source>Change of power and site prices</source>
      <translation>Strom- und Standortpreise ändern</translation>
    </message>
    <message>
      <source>Yearly change of the price of electricity and of leased power.</source>
      <translation>Jährliche Änderung des Preises von Strom und gemieteter Leistung.</translation>
    </message>
    <message>
      <source>Retired a year</source>
      <translation>Ausgemustert im Jahr</translation>
    </message>
    <message>
      <source>Share of installed capacity that leaves service each year.</source>
      <translation>Anteil der installierten Kapazität, der jedes Jahr ausscheidet.</translation>
    </message>
    <message>
      <source>Growth of capacity until now</source>
      <translation>Kapazitätswachstum bis heute</translation>
    </message>
    <message>
      <source>Growth of installed capacity in the years before the first; it sets that year's orders.</source>
      <translation>Wachstum der installierten Kapazität in den Jahren vor dem ersten; es bestimmt die Bestellungen jenes Jahres.</translation>
    </message>
    <message>
      <source>Pause begins</source>
      <translation>Pause beginnt</translation>
    </message>
    <message>
      <source>First year in which buyers add no capacity.</source>
      <translation>Erstes Jahr, in dem Käufer keine Kapazität hinzufügen.</translation>
    </message>
    <message>
      <source>Pause lasts</source>
      <translation>Pause dauert</translation>
    </message>
    <message>
      <source>Years without added capacity: the need stands still, use grows by what efficiency frees.</source>
      <translation>Jahre ohne zusätzliche Kapazität: Der Bedarf steht still, die Nutzung wächst um das, was Effizienz freisetzt.</translation>
    </message>
    <message>
      <source>Platform's added share</source>
      <translation>Zusatzanteil der Plattform</translation>
    </message>
    <message>
      <source>Share of revenue a platform takes by the last year beyond today's fees, growing evenly.</source>
      <translation>Anteil am Umsatz, den eine Plattform bis zum letzten Jahr über die heutigen Gebühren hinaus nimmt, gleichmäßig wachsend.</translation>
    </message>
    <message>
      <source>Suppliers ahead</source>
      <translation>Künftige Lieferanten</translation>
    </message>
    <message>
      <source>The suppliers in the years ahead; the market's orders, not this scenario's own choice of parts.</source>
      <translation>Die Lieferanten in den kommenden Jahren; die Bestellungen des Marktes, nicht die Wahl der Teile in diesem Szenario.</translation>
    </message>
    <message>
      <source>Accelerator vendor's margin</source>
      <translation>Marge des Beschleunigerherstellers</translation>
    </message>
    <message>
      <source>Gross margin of the leading merchant vendor in the first year.</source>
      <translation>Bruttomarge des führenden Herstellers am freien Markt im ersten Jahr.</translation>
    </message>
    <message>
      <source>Vendor's margin in the end</source>
      <translation>Marge des Herstellers am Ende</translation>
    </message>
    <message>
      <source>The same in the last year, on an even path; price falls with it, the bill of materials stays.</source>
      <translation>Dasselbe im letzten Jahr, auf gleichmäßigem Pfad; der Preis fällt mit ihr, die Stückliste bleibt.</translation>
    </message>
    <message>
      <source>Machines become a commodity</source>
      <translation>Maschinen werden Massenware</translation>
    </message>
    <message>
      <source>Accelerators and switches sell at a commodity's margin from a year on.</source>
      <translation>Beschleuniger und Switches verkaufen sich ab einem Jahr mit der Marge von Massenware.</translation>
    </message>
    <message>
      <source>yes, from a year on</source>
      <translation>ja, ab einem Jahr</translation>
    </message>
    <message>
      <source>Commodity from</source>
      <translation>Massenware ab</translation>
    </message>
    <message>
      <source>First year of the commodity's margin.</source>
      <translation>Erstes Jahr mit der Marge von Massenware.</translation>
    </message>
    <message>
      <source>Commodity's margin</source>
      <translation>Marge der Massenware</translation>
    </message>
    <message>
      <source>Gross margin at which accelerators and Ethernet switches then sell.</source>
      <translation>Bruttomarge, mit der sich Beschleuniger und Ethernet-Switches dann verkaufen.</translation>
    </message>
    <message>
      <source>Switch vendor's margin</source>
      <translation>Marge des Switchherstellers</translation>
    </message>
    <message>
      <source>Gross margin of switches before they are a commodity.</source>
      <translation>Bruttomarge der Switches, bevor sie Massenware sind.</translation>
    </message>
    <message>
      <source>Own silicon in 2024</source>
      <translation>Eigene Chips 2024</translation>
    </message>
    <message>
      <source>Share of accelerator capacity on hyperscalers' own silicon in 2024.</source>
      <translation>Anteil der Beschleunigerkapazität auf eigenen Chips der Hyperscaler im Jahr 2024.</translation>
    </message>
    <message>
      <source>Own silicon in 2030</source>
      <translation>Eigene Chips 2030</translation>
    </message>
    <message>
      <source>The same in 2030, on an S-shaped path.</source>
      <translation>Dasselbe im Jahr 2030, auf einem S-förmigen Pfad.</translation>
    </message>
    <message>
      <source>Steepness of that path</source>
      <translation>Steilheit dieses Pfads</translation>
    </message>
    <message>
      <source>Growth rate of the logistic path at its middle, per year; small is a straight line.</source>
      <translation>Wachstumsrate des logistischen Pfads in seiner Mitte, je Jahr; klein ist eine Gerade.</translation>
    </message>
    <message>
      <source>Margin on own silicon</source>
      <translation>Marge auf eigene Chips</translation>
    </message>
    <message>
      <source>Margin in the price a hyperscaler pays for its own design; same bill of materials.</source>
      <translation>Marge im Preis, den ein Hyperscaler für seinen eigenen Entwurf zahlt; gleiche Stückliste.</translation>
    </message>
    <message>
      <source>Design partner's share</source>
      <translation>Anteil des Designpartners</translation>
    </message>
    <message>
      <source>Share of that margin that goes to design partners (Broadcom, Marvell); the rest stays in-house.</source>
      <translation>Anteil dieser Marge, der an Designpartner geht (Broadcom, Marvell); der Rest bleibt im Haus.</translation>
    </message>
    <message>
      <source>Alternatives now</source>
      <translation>Alternativen heute</translation>
    </message>
    <message>
      <source>Share of merchant accelerators from others than the leader, in the first year.</source>
      <translation>Anteil frei verkaufter Beschleuniger, die nicht vom Marktführer stammen, im ersten Jahr.</translation>
    </message>
    <message>
      <source>Alternatives in the end</source>
      <translation>Alternativen am Ende</translation>
    </message>
    <message>
      <source>The same in the last year, on an even path.</source>
      <translation>Dasselbe im letzten Jahr, auf gleichmäßigem Pfad.</translation>
    </message>
    <message>
      <source>Alternatives' price</source>
      <translation>Preis der Alternativen</translation>
    </message>
    <message>
      <source>Price of an alternative accelerator over the leader's for the same work.</source>
      <translation>Preis eines alternativen Beschleunigers geteilt durch den des Marktführers für dieselbe Arbeit.</translation>
    </message>
    <message>
      <source>From copper to optics a year</source>
      <translation>Von Kupfer zu Optik im Jahr</translation>
    </message>
    <message>
      <source>Share of copper links that turn optical each year; below zero, optics turn to copper.</source>
      <translation>Anteil der Kupferlinks, die jedes Jahr optisch werden; unter null wird Optik zu Kupfer.</translation>
    </message>
    <message>
      <source>Optics' price in the end</source>
      <translation>Preis der Optik am Ende</translation>
    </message>
    <message>
      <source>Price of an optical link in the last year over its course by learning: LPO and CPO drop parts.</source>
      <translation>Preis eines optischen Links im letzten Jahr geteilt durch seinen Verlauf durch Lernen: LPO und CPO lassen Bauteile weg.</translation>
    </message>
    <message>
      <source>Optical over copper link</source>
      <translation>Optischer zu Kupferlink</translation>
    </message>
    <message>
      <source>Price of an optical link over the copper one it replaces.</source>
      <translation>Preis eines optischen Links geteilt durch den des Kupferlinks, den er ersetzt.</translation>
    </message>
    <message>
      <source>Learning by volume</source>
      <translation>Lernen durch Menge</translation>
    </message>
    <message>
      <source>Whether learning only moves cost between layers, or makes machines cheaper beyond the trend.</source>
      <translation>Ob Lernen nur Kosten zwischen Schichten verschiebt oder Maschinen über den Trend hinaus verbilligt.</translation>
    </message>
    <message>
      <source>within the fall of hardware cost</source>
      <translation>im Fall der Hardwarekosten enthalten</translation>
    </message>
    <message>
      <source>on top of it</source>
      <translation>zusätzlich dazu</translation>
    </message>
    <message>
      <source>Learning, logic</source>
      <translation>Lernen, Logik</translation>
    </message>
    <message>
      <source>Fall of price per doubling of cumulative volume (Wright).</source>
      <translation>Fall des Preises je Verdopplung der kumulierten Menge (Wright).</translation>
    </message>
    <message>
      <source>Learning, memory</source>
      <translation>Lernen, Speicher</translation>
    </message>
    <message>
      <source>The same for HBM.</source>
      <translation>Dasselbe für HBM.</translation>
    </message>
    <message>
      <source>Learning, optics</source>
      <translation>Lernen, Optik</translation>
    </message>
    <message>
      <source>The same for optical modules.</source>
      <translation>Dasselbe für optische Module.</translation>
    </message>
    <message>
      <source>Learning, switches</source>
      <translation>Lernen, Switches</translation>
    </message>
    <message>
      <source>The same for switches and network cards.</source>
      <translation>Dasselbe für Switches und Netzkarten.</translation>
    </message>
    <message>
      <source>Learning, power and cooling</source>
      <translation>Lernen, Strom und Kühlung</translation>
    </message>
    <message>
      <source>The same for electrical and cooling plant; counts where learning is on top of the trend.</source>
      <translation>Dasselbe für Elektro- und Kühlanlagen; zählt, wo Lernen zum Trend hinzukommt.</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>What the models served cost to make, beside what it costs to serve them.</source>
      <translation>Was es gekostet hat, die bedienten Modelle zu erstellen, neben dem, was ihr Bedienen kostet.</translation>
    </message>
    <message>
      <source>Training is known by</source>
      <translation>Training bekannt durch</translation>
    </message>
    <message>
      <source>Training in proportion to this service's bill, as in the industry, or a sum of its own.</source>
      <translation>Training im Verhältnis zur Rechnung dieses Dienstes, wie in der Branche, oder ein eigener Betrag.</translation>
    </message>
    <message>
      <source>inference's share of compute</source>
      <translation>Inferenzanteil am Compute</translation>
    </message>
    <message>
      <source>the bill of one model</source>
      <translation>die Rechnung eines Modells</translation>
    </message>
    <message>
      <source>Inference's share of compute</source>
      <translation>Inferenzanteil am Compute</translation>
    </message>
    <message>
      <source>Spend on inference over inference and training, in the first year.</source>
      <translation>Ausgaben für Inferenz geteilt durch die für Inferenz und Training, im ersten Jahr.</translation>
    </message>
    <message>
      <source>Bill of one model</source>
      <translation>Rechnung eines Modells</translation>
    </message>
    <message>
      <source>What training the model served costs, in the first year.</source>
      <translation>Was das Training des bedienten Modells im ersten Jahr kostet.</translation>
    </message>
    <message>
      <source>Years after which a model is replaced by the next, and the bill comes again.</source>
      <translation>Jahre, nach denen ein Modell durch das nächste ersetzt wird und die Rechnung wiederkommt.</translation>
    </message>
    <message>
      <source>Growth of the training bill</source>
      <translation>Wachstum der Trainingsrechnung</translation>
    </message>
    <message>
      <source>Yearly growth of what training costs.</source>
      <translation>Jährliches Wachstum der Trainingskosten.</translation>
    </message>
    <message>
      <source>Training tokens</source>
      <translation>Trainingstoken</translation>
    </message>
    <message>
      <source>Tokens the model was trained on.</source>
      <translation>Token, auf denen das Modell trainiert wurde.</translation>
    </message>
    <message>
      <source>Arithmetic used in training</source>
      <translation>Im Training genutzte Arithmetik</translation>
    </message>
    <message>
      <source>Share of the machine's arithmetic that training uses.</source>
      <translation>Anteil der Arithmetik der Maschine, den das Training nutzt.</translation>
    </message>
    <message>
      <source>Arithmetic used in inference</source>
      <translation>In der Inferenz genutzte Arithmetik</translation>
    </message>
    <message>
      <source>Share of the machine's arithmetic that serving uses.</source>
      <translation>Anteil der Arithmetik der Maschine, den das Bedienen nutzt.</translation>
    </message>
    <message>
      <source>Counter-thesis</source>
      <translation>Gegenthese</translation>
    </message>
    <message>
      <source>What could go against inference as a business; each line moves inputs of the years ahead.</source>
      <translation>Was gegen Inferenz als Geschäft sprechen könnte; jede Zeile verschiebt Eingaben der kommenden Jahre.</translation>
    </message>
    <message>
      <source>Inference becomes a commodity</source>
      <translation>Inferenz wird zur Massenware</translation>
    </message>
    <message>
      <source>Prices fall faster than cost: pass-through at least 1.05.</source>
      <translation>Preise fallen schneller als Kosten: Weitergabe mindestens 1.05.</translation>
    </message>
    <message>
      <source>Smaller models need less hardware</source>
      <translation>Kleinere Modelle sparen Hardware</translation>
    </message>
    <message>
      <source>Models shrink faster at the same quality: gain by models at least 65 % a year.</source>
      <translation>Modelle schrumpfen schneller bei gleicher Qualität: Gewinn durch Modelle mindestens 65 % im Jahr.</translation>
    </message>
    <message>
      <source>Efficiency compresses suppliers</source>
      <translation>Effizienz drückt die Lieferanten</translation>
    </message>
    <message>
      <source>Use does not follow the price: elasticity at most 0.8, gain by software at least 50 % a year.</source>
      <translation>Die Nutzung folgt dem Preis nicht: Elastizität höchstens 0.8, Gewinn durch Software mindestens 50 % im Jahr.</translation>
    </message>
    <message>
      <source>Hyperscalers internalise silicon</source>
      <translation>Hyperscaler bauen eigene Chips</translation>
    </message>
    <message>
      <source>Own silicon reaches at least half of capacity in 2030.</source>
      <translation>Eigene Chips erreichen 2030 mindestens die Hälfte der Kapazität.</translation>
    </message>
    <message>
      <source>Buyers capture the design</source>
      <translation>Käufer eignen sich den Entwurf an</translation>
    </message>
    <message>
      <source>Broadcom and Marvell keep at most 40 % of the margin on own silicon.</source>
      <translation>Broadcom und Marvell behalten höchstens 40 % der Marge auf eigene Chips.</translation>
    </message>
    <message>
      <source>Networking meets a spending cycle</source>
      <translation>Netztechnik im Investitionszyklus</translation>
    </message>
    <message>
      <source>Buyers add no capacity for at least a year: orders of switches fall with all others.</source>
      <translation>Käufer fügen mindestens ein Jahr lang keine Kapazität hinzu: Bestellungen von Switches fallen mit allen anderen.</translation>
    </message>
    <message>
      <source>Cables and optics are volatile</source>
      <translation>Kabel und Optik schwanken</translation>
    </message>
    <message>
      <source>At least 15 % of copper links turn optical each year, and an optical link costs a third less.</source>
      <translation>Mindestens 15 % der Kupferlinks werden jedes Jahr optisch, und ein optischer Link kostet ein Drittel weniger.</translation>
    </message>
    <message>
      <source>AMD remains behind</source>
      <translation>AMD bleibt zurück</translation>
    </message>
    <message>
      <source>Alternatives keep at most 6 % of merchant accelerators.</source>
      <translation>Alternativen halten höchstens 6 % der frei verkauften Beschleuniger.</translation>
    </message>
    <message>
      <source>The platform is expensive</source>
      <translation>Die Plattform ist teuer</translation>
    </message>
    <message>
      <source>A Palantir-like platform takes at least 10 % of revenue more by the last year.</source>
      <translation>Eine Plattform wie Palantir nimmt bis zum letzten Jahr mindestens 10 % des Umsatzes mehr.</translation>
    </message>
    <message>
      <source>Nvidia's margin is questioned</source>
      <translation>Nvidias Marge steht infrage</translation>
    </message>
    <message>
      <source>The merchant vendor's margin falls to at most 50 % by the last year.</source>
      <translation>Die Marge des Herstellers am freien Markt fällt bis zum letzten Jahr auf höchstens 50 %.</translation>
    </message>
    <message>
      <source>How unevenly users use the service, and what a flat fee lets them use.</source>
      <translation>Wie ungleich Nutzer den Dienst nutzen und was eine Pauschale sie nutzen lässt.</translation>
    </message>
    <message>
      <source>Spread of usage</source>
      <translation>Streuung der Nutzung</translation>
    </message>
    <message>
      <source>Standard deviation of the logarithm of a user's usage; 0 where all use alike.</source>
      <translation>Standardabweichung des Logarithmus der Nutzung eines Nutzers; 0, wo alle gleich nutzen.</translation>
    </message>
    <message>
      <source>Heaviest users</source>
      <translation>Stärkste Nutzer</translation>
    </message>
    <message>
      <source>Share of users counted as the heaviest.</source>
      <translation>Anteil der Nutzer, die als die stärksten gelten.</translation>
    </message>
    <message>
      <source>Fair-use limit</source>
      <translation>Fair-Use-Grenze</translation>
    </message>
    <message>
      <source>Most a user may use in a month, over the mean user's; 0 for no limit.</source>
      <translation>Das Höchste, was ein Nutzer in einem Monat nutzen darf, geteilt durch die Nutzung des mittleren Nutzers; 0 für keine Grenze.</translation>
    </message>
    <message>
      <source>Task</source>
      <translation>Aufgabe</translation>
    </message>
    <message>
      <source>A task of several calls, each with the context of those before it: an agent's loop.</source>
      <translation>Eine Aufgabe aus mehreren Aufrufen, jeder mit dem Kontext der vorigen: die Schleife eines Agenten.</translation>
    </message>
    <message>
      <source>Calls per task</source>
      <translation>Aufrufe je Aufgabe</translation>
    </message>
    <message>
      <source>Calls of the model until a task is done; the workload describes the first of them.</source>
      <translation>Aufrufe des Modells, bis eine Aufgabe erledigt ist; die Arbeitslast beschreibt den ersten davon.</translation>
    </message>
    <message>
      <source>Growth of context</source>
      <translation>Wachstum des Kontexts</translation>
    </message>
    <message>
      <source>Tokens that each call adds to the context of the next: its answer and what tools returned.</source>
      <translation>Token, die jeder Aufruf dem Kontext des nächsten hinzufügt: seine Antwort und was Werkzeuge zurückgaben.</translation>
    </message>
    <message>
      <source>Prefix from cache</source>
      <translation>Präfix aus dem Cache</translation>
    </message>
    <message>
      <source>Share of the previous call's context that the next one finds in the cache.</source>
      <translation>Anteil des Kontexts des vorigen Aufrufs, den der nächste im Cache findet.</translation>
    </message>
    <message>
      <source>Tool calls per call</source>
      <translation>Werkzeugaufrufe je Aufruf</translation>
    </message>
    <message>
      <source>Searches, database queries and runs of code for each call of the model.</source>
      <translation>Suchen, Datenbankabfragen und Codeläufe je Aufruf des Modells.</translation>
    </message>
    <message>
      <source>Price of a tool call</source>
      <translation>Preis eines Werkzeugaufrufs</translation>
    </message>
    <message>
      <source>What one tool call costs.</source>
      <translation>Was ein Werkzeugaufruf kostet.</translation>
    </message>
    <message>
      <source>Tasks that succeed</source>
      <translation>Gelingende Aufgaben</translation>
    </message>
    <message>
      <source>Share of attempts that end well; the others cost as much and are tried again.</source>
      <translation>Anteil der Versuche, die gut enden; die übrigen kosten ebenso viel und werden wiederholt.</translation>
    </message>
    <message>
      <source>Requests</source>
      <translation>Anfragen</translation>
    </message>
    <message>
      <source>Mean arrival rate over the month, wasted work not counted.</source>
      <translation>Mittlere Ankunftsrate über den Monat, vergebliche Arbeit nicht mitgezählt.</translation>
    </message>
    <message>
      <source>Peak to mean</source>
      <translation>Spitze zu Mittel</translation>
    </message>
    <message>
      <source>Busiest hour over the mean, given or of the shape of the week.</source>
      <translation>Spitzenstunde geteilt durch das Mittel, angegeben oder nach der Form der Woche.</translation>
    </message>
    <message>
      <source>Capacity to mean</source>
      <translation>Kapazität zu Mittel</translation>
    </message>
    <message>
      <source>What a fleet that does not scale is sized for over the mean of demand.</source>
      <translation>Worauf eine nicht skalierende Flotte ausgelegt ist, geteilt durch das Mittel der Nachfrage.</translation>
    </message>
    <message>
      <source>Requests at the peak</source>
      <translation>Anfragen in der Spitze</translation>
    </message>
    <message>
      <source>Arrival rate at the model that the fleet is sized for: busiest hour, reserves and waste.</source>
      <translation>Ankunftsrate am Modell, auf die die Flotte ausgelegt ist: Spitzenstunde, Reserven und Ausschuss.</translation>
    </message>
    <message>
      <source>Use left by the limits</source>
      <translation>Nutzung nach Grenzen</translation>
    </message>
    <message>
      <source>Load of a replica at the peak over what it could take at most: the price of latency.</source>
      <translation>Last eines Replikats in der Spitze geteilt durch das, was es höchstens aufnehmen könnte: der Preis der Latenz.</translation>
    </message>
    <message>
      <source>Use left by the troughs</source>
      <translation>Nutzung nach Tälern</translation>
    </message>
    <message>
      <source>Mean demand over the capacity kept for it, spares apart: the price of peaks and reserves.</source>
      <translation>Mittlere Nachfrage geteilt durch die dafür gehaltene Kapazität, ohne Reserven: der Preis von Spitzen und Puffern.</translation>
    </message>
    <message>
      <source>Use left by the spares</source>
      <translation>Nutzung nach Reserven</translation>
    </message>
    <message>
      <source>Replicas needed over replicas paid for: the price of availability, and of rounding up.</source>
      <translation>Benötigte Replikate geteilt durch bezahlte: der Preis der Verfügbarkeit und des Aufrundens.</translation>
    </message>
    <message>
      <source>Use left by waste</source>
      <translation>Nutzung nach Ausschuss</translation>
    </message>
    <message>
      <source>Work that reaches somebody over all work.</source>
      <translation>Arbeit, die bei jemandem ankommt, geteilt durch alle Arbeit.</translation>
    </message>
    <message>
      <source>Cold start</source>
      <translation>Kaltstart</translation>
    </message>
    <message>
      <source>Time in which a new replica reads its weights; part of what autoscaling looks ahead.</source>
      <translation>Zeit, in der ein neues Replikat seine Gewichte liest; Teil dessen, was die Autoskalierung vorausblickt.</translation>
    </message>
    <message>
      <source>Free in the troughs</source>
      <translation>Frei in den Tälern</translation>
    </message>
    <message>
      <source>Requests that the capacity in place could take beside demand, in the mean: room for a batch tier.</source>
      <translation>Anfragen, die die bestehende Kapazität im Mittel neben der Nachfrage aufnehmen könnte: Platz für eine Batch-Stufe.</translation>
    </message>
    <message>
      <source>Price to list price</source>
      <translation>Preis zu Listenpreis</translation>
    </message>
    <message>
      <source>What a mean request pays over the list price: less where it can wait, more with priority.</source>
      <translation>Was eine mittlere Anfrage gegenüber dem Listenpreis zahlt: weniger, wo sie warten kann, mehr mit Vorrang.</translation>
    </message>
    <message>
      <source>Marginal cost in the troughs</source>
      <translation>Grenzkosten in den Tälern</translation>
    </message>
    <message>
      <source>Electricity of one more output token on boards that would idle; nothing where machines are rented.</source>
      <translation>Strom für ein weiteres Ausgabetoken auf Boards, die sonst leer liefen; nichts, wo Maschinen gemietet sind.</translation>
    </message>
    <message>
      <source>Accelerators per replica</source>
      <translation>Beschleuniger je Replikat</translation>
    </message>
    <message>
      <source>Accelerators that hold one copy of the model, or those of both its pools.</source>
      <translation>Beschleuniger, die eine Kopie des Modells halten, oder die seiner beiden Pools.</translation>
    </message>
    <message>
      <source>All weights of one copy at the chosen precision.</source>
      <translation>Alle Gewichte einer Kopie in der gewählten Präzision.</translation>
    </message>
    <message>
      <source>Weights per accelerator</source>
      <translation>Gewichte je Beschleuniger</translation>
    </message>
    <message>
      <source>Weights the fullest accelerator holds.</source>
      <translation>Gewichte auf dem vollsten Beschleuniger.</translation>
    </message>
    <message>
      <source>KV cache per token</source>
      <translation>KV-Cache je Token</translation>
    </message>
    <message>
      <source>Cache of one token in one copy, at the mean context; ranks beyond the KV heads keep more copies.</source>
      <translation>Cache eines Tokens in einer Kopie beim mittleren Kontext; Ranks über die KV-Köpfe hinaus halten weitere Kopien.</translation>
    </message>
    <message>
      <source>KV cache per sequence</source>
      <translation>KV-Cache je Sequenz</translation>
    </message>
    <message>
      <source>Cache and state of one sequence at its mean resident context, on the fullest accelerator.</source>
      <translation>Cache und Zustand einer Sequenz bei ihrem mittleren residenten Kontext, auf dem vollsten Beschleuniger.</translation>
    </message>
    <message>
      <source>Memory left for the cache</source>
      <translation>Für den Cache bleibt</translation>
    </message>
    <message>
      <source>Per accelerator, after weights, workspace and activations.</source>
      <translation>Je Beschleuniger, nach Gewichten, Arbeitsbereich und Aktivierungen.</translation>
    </message>
    <message>
      <source>Most sequences</source>
      <translation>Höchstzahl Sequenzen</translation>
    </message>
    <message>
      <source>Sequences a replica can run at once: memory or batch cap.</source>
      <translation>Sequenzen, die ein Replikat zugleich ausführen kann: Speicher oder Batch-Obergrenze.</translation>
    </message>
    <message>
      <source>Memory use</source>
      <translation>Speichernutzung</translation>
    </message>
    <message>
      <source>Memory the load needs over memory there is; above 1 it does not fit.</source>
      <translation>Speicher, den die Last braucht, geteilt durch den vorhandenen; über 1 passt sie nicht.</translation>
    </message>
    <message>
      <source>Decode step</source>
      <translation>Decode-Schritt</translation>
    </message>
    <message>
      <source>Time of one decode-only step at the mean batch.</source>
      <translation>Zeit eines reinen Decode-Schritts beim mittleren Batch.</translation>
    </message>
    <message>
      <source>of it weights</source>
      <translation>davon Gewichte</translation>
    </message>
    <message>
      <source>Matrix products of attention, dense and expert layers and of the head.</source>
      <translation>Matrixprodukte der Attention-, dichten und Expertenschichten und des Kopfs.</translation>
    </message>
    <message>
      <source>of it attention</source>
      <translation>davon Attention</translation>
    </message>
    <message>
      <source>Reading the KV cache.</source>
      <translation>Lesen des KV-Cache.</translation>
    </message>
    <message>
      <source>of it communication</source>
      <translation>davon Kommunikation</translation>
    </message>
    <message>
      <source>Collectives between accelerators.</source>
      <translation>Kollektive zwischen Beschleunigern.</translation>
    </message>
    <message>
      <source>of it overhead</source>
      <translation>davon Overhead</translation>
    </message>
    <message>
      <source>Host, launches and activations.</source>
      <translation>Host, Kernel-Starts und Aktivierungen.</translation>
    </message>
    <message>
      <source>Prefill</source>
      <translation>Prefill</translation>
    </message>
    <message>
      <source>Computing the uncached input of one mean request on an idle replica.</source>
      <translation>Berechnung der nicht im Cache liegenden Eingabe einer mittleren Anfrage auf einem freien Replikat.</translation>
    </message>
    <message>
      <source>Bound by</source>
      <translation>Begrenzt durch</translation>
    </message>
    <message>
      <source>What a decode step waits for most.</source>
      <translation>Worauf ein Decode-Schritt am meisten wartet.</translation>
    </message>
    <message>
      <source>Requests per replica</source>
      <translation>Anfragen je Replikat</translation>
    </message>
    <message>
      <source>Arrival rate of one replica at the peak.</source>
      <translation>Ankunftsrate eines Replikats in der Spitze.</translation>
    </message>
    <message>
      <source>Capacity per replica</source>
      <translation>Kapazität je Replikat</translation>
    </message>
    <message>
      <source>Most a replica can serve at its batch limit.</source>
      <translation>Was ein Replikat an seiner Batch-Grenze höchstens bedienen kann.</translation>
    </message>
    <message>
      <source>Load</source>
      <translation>Last</translation>
    </message>
    <message>
      <source>Arrivals at the peak over capacity.</source>
      <translation>Ankünfte in der Spitze geteilt durch Kapazität.</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>Batch</translation>
    </message>
    <message>
      <source>Mean sequences running in a replica at the peak.</source>
      <translation>Mittlere Zahl laufender Sequenzen eines Replikats in der Spitze.</translation>
    </message>
    <message>
      <source>Prefill share</source>
      <translation>Prefill-Anteil</translation>
    </message>
    <message>
      <source>Share of a busy replica's time spent on prefill at the peak.</source>
      <translation>Anteil der Zeit eines beschäftigten Replikats, der in der Spitze auf Prefill entfällt.</translation>
    </message>
    <message>
      <source>TTFT mean</source>
      <translation>TTFT Mittel</translation>
    </message>
    <message>
      <source>Mean time from arrival to first token.</source>
      <translation>Mittlere Zeit von der Ankunft bis zum ersten Token.</translation>
    </message>
    <message>
      <source>TTFT p50</source>
      <translation>TTFT p50</translation>
    </message>
    <message>
      <source>Time to first token that half of the requests stay under.</source>
      <translation>Zeit bis zum ersten Token, unter der die Hälfte der Anfragen bleibt.</translation>
    </message>
    <message>
      <source>TTFT p95</source>
      <translation>TTFT p95</translation>
    </message>
    <message>
      <source>Time to first token that 95 % of the requests stay under.</source>
      <translation>Zeit bis zum ersten Token, unter der 95 % der Anfragen bleiben.</translation>
    </message>
    <message>
      <source>TTFT p99</source>
      <translation>TTFT p99</translation>
    </message>
    <message>
      <source>Time to first token that 99 % of the requests stay under.</source>
      <translation>Zeit bis zum ersten Token, unter der 99 % der Anfragen bleiben.</translation>
    </message>
    <message>
      <source>TPOT mean</source>
      <translation>TPOT Mittel</translation>
    </message>
    <message>
      <source>Mean time per output token after the first.</source>
      <translation>Mittlere Zeit je Ausgabetoken nach dem ersten.</translation>
    </message>
    <message>
      <source>TPOT p50</source>
      <translation>TPOT p50</translation>
    </message>
    <message>
      <source>Time per output token that half of the requests stay under.</source>
      <translation>Zeit je Ausgabetoken, unter der die Hälfte der Anfragen bleibt.</translation>
    </message>
    <message>
      <source>TPOT p95</source>
      <translation>TPOT p95</translation>
    </message>
    <message>
      <source>Time per output token that 95 % of the requests stay under.</source>
      <translation>Zeit je Ausgabetoken, unter der 95 % der Anfragen bleiben.</translation>
    </message>
    <message>
      <source>TPOT p99</source>
      <translation>TPOT p99</translation>
    </message>
    <message>
      <source>Time per output token that 99 % of the requests stay under.</source>
      <translation>Zeit je Ausgabetoken, unter der 99 % der Anfragen bleiben.</translation>
    </message>
    <message>
      <source>End-to-end mean</source>
      <translation>Ende-zu-Ende Mittel</translation>
    </message>
    <message>
      <source>Mean time from arrival to last token.</source>
      <translation>Mittlere Zeit von der Ankunft bis zum letzten Token.</translation>
    </message>
    <message>
      <source>End-to-end p50</source>
      <translation>Ende-zu-Ende p50</translation>
    </message>
    <message>
      <source>Time to the last token that half of the requests stay under.</source>
      <translation>Zeit bis zum letzten Token, unter der die Hälfte der Anfragen bleibt.</translation>
    </message>
    <message>
      <source>End-to-end p95</source>
      <translation>Ende-zu-Ende p95</translation>
    </message>
    <message>
      <source>Time to the last token that 95 % of the requests stay under.</source>
      <translation>Zeit bis zum letzten Token, unter der 95 % der Anfragen bleiben.</translation>
    </message>
    <message>
      <source>End-to-end p99</source>
      <translation>Ende-zu-Ende p99</translation>
    </message>
    <message>
      <source>Time to the last token that 99 % of the requests stay under.</source>
      <translation>Zeit bis zum letzten Token, unter der 99 % der Anfragen bleiben.</translation>
    </message>
    <message>
      <source>Output per accelerator</source>
      <translation>Ausgabe je Beschleuniger</translation>
    </message>
    <message>
      <source>Output tokens per second and accelerator at the peak.</source>
      <translation>Ausgabetoken je Sekunde und Beschleuniger in der Spitze.</translation>
    </message>
    <message>
      <source>Speed per user</source>
      <translation>Tempo je Nutzer</translation>
    </message>
    <message>
      <source>Output tokens per second that one request sees.</source>
      <translation>Ausgabetoken je Sekunde, die eine Anfrage sieht.</translation>
    </message>
    <message>
      <source>Replicas paid for, spares included.</source>
      <translation>Bezahlte Replikate, Reserven eingeschlossen.</translation>
    </message>
    <message>
      <source>Accelerators</source>
      <translation>Beschleuniger</translation>
    </message>
    <message>
      <source>Accelerators paid for.</source>
      <translation>Bezahlte Beschleuniger.</translation>
    </message>
    <message>
      <source>Utilization</source>
      <translation>Auslastung</translation>
    </message>
    <message>
      <source>Useful work over what the paid fleet could serve, over the month.</source>
      <translation>Nützliche Arbeit geteilt durch das, was die bezahlte Flotte bedienen könnte, über den Monat.</translation>
    </message>
    <message>
      <source>Availability of a replica</source>
      <translation>Verfügbarkeit eines Replikats</translation>
    </message>
    <message>
      <source>Share of time that a replica answers, with all that fails together with it.</source>
      <translation>Zeitanteil, in dem ein Replikat antwortet, mit allem, was zusammen mit ihm ausfällt.</translation>
    </message>
    <message>
      <source>Time between failures in the fleet</source>
      <translation>Zeit zwischen Ausfällen der Flotte</translation>
    </message>
    <message>
      <source>Mean time from one failure of an accelerator to the next, anywhere in the fleet.</source>
      <translation>Mittlere Zeit von einem Ausfall eines Beschleunigers bis zum nächsten, irgendwo in der Flotte.</translation>
    </message>
    <message>
      <source>Spares</source>
      <translation>Reserven</translation>
    </message>
    <message>
      <source>Replicas paid for beyond those needed, against failures and maintenance.</source>
      <translation>Über die benötigten hinaus bezahlte Replikate, gegen Ausfälle und Wartung.</translation>
    </message>
    <message>
      <source>Spares for the target</source>
      <translation>Reserven für das Ziel</translation>
    </message>
    <message>
      <source>Spare replicas with which the availability target is met, as far as spares can.</source>
      <translation>Reservereplikate, mit denen das Verfügbarkeitsziel erreicht wird, soweit Reserven das können.</translation>
    </message>
    <message>
      <source>Availability</source>
      <translation>Verfügbarkeit</translation>
    </message>
    <message>
      <source>Share of time that every needed replica answers, common causes and failover counted in.</source>
      <translation>Zeitanteil, in dem jedes benötigte Replikat antwortet, gemeinsame Ursachen und Failover eingerechnet.</translation>
    </message>
    <message>
      <source>Availability of one region</source>
      <translation>Verfügbarkeit einer Region</translation>
    </message>
    <message>
      <source>Share of time that one region alone answers, its common cause counted in, before any failover.</source>
      <translation>Zeitanteil, in dem eine Region allein antwortet, ihre gemeinsame Ursache eingerechnet, vor jedem Failover.</translation>
    </message>
    <message>
      <source>Capacity on call</source>
      <translation>Kapazität auf Abruf</translation>
    </message>
    <message>
      <source>What a second provider gets for holding capacity ready and for the time it takes over.</source>
      <translation>Was ein zweiter Anbieter für bereitgehaltene Kapazität und für die Zeit der Übernahme erhält.</translation>
    </message>
    <message>
      <source>Downtime a month</source>
      <translation>Stillstand im Monat</translation>
    </message>
    <message>
      <source>Minutes of a month in which some needed replica is missing or all are down.</source>
      <translation>Minuten eines Monats, in denen ein benötigtes Replikat fehlt oder alle ausgefallen sind.</translation>
    </message>
    <message>
      <source>Requests shed</source>
      <translation>Abgewiesene Anfragen</translation>
    </message>
    <message>
      <source>Share of peak requests turned away for failures in the mean, the rest being driven harder first.</source>
      <translation>Anteil der Anfragen in der Spitze, die wegen Ausfällen im Mittel abgewiesen werden, nachdem die übrigen Replikate stärker belastet wurden.</translation>
    </message>
    <message>
      <source>Load with one domain down</source>
      <translation>Last bei einer Domäne weniger</translation>
    </message>
    <message>
      <source>Share of their capacity that the other replicas run at when one domain fails at the peak.</source>
      <translation>Anteil ihrer Kapazität, mit dem die anderen Replikate laufen, wenn in der Spitze eine Domäne ausfällt.</translation>
    </message>
    <message>
      <source>Shed with one domain down</source>
      <translation>Abweisung bei einer Domäne weniger</translation>
    </message>
    <message>
      <source>Share of requests turned away when one domain fails at the peak.</source>
      <translation>Anteil der Anfragen, die abgewiesen werden, wenn in der Spitze eine Domäne ausfällt.</translation>
    </message>
    <message>
      <source>Capital</source>
      <translation>Kapital</translation>
    </message>
    <message>
      <source>Purchase of accelerators, servers, network and storage (0 when rented).</source>
      <translation>Kauf von Beschleunigern, Servern, Netz und Massenspeicher (0, wenn gemietet).</translation>
    </message>
    <message>
      <source>Capital per hour</source>
      <translation>Kapital je Stunde</translation>
    </message>
    <message>
      <source>Capital recovery of one accelerator; nothing where it is rented.</source>
      <translation>Kapitaldienst eines Beschleunigers; nichts, wo er gemietet ist.</translation>
    </message>
    <message>
      <source>Building per hour</source>
      <translation>Gebäude je Stunde</translation>
    </message>
    <message>
      <source>Colocation, or the own building, of one accelerator.</source>
      <translation>Colocation oder eigenes Gebäude für einen Beschleuniger.</translation>
    </message>
    <message>
      <source>Electricity per hour</source>
      <translation>Strom je Stunde</translation>
    </message>
    <message>
      <source>Electricity of one accelerator at the mean load.</source>
      <translation>Strom eines Beschleunigers bei mittlerer Last.</translation>
    </message>
    <message>
      <source>Operations per hour</source>
      <translation>Betrieb je Stunde</translation>
    </message>
    <message>
      <source>Staff and maintenance of one accelerator.</source>
      <translation>Personal und Wartung für einen Beschleuniger.</translation>
    </message>
    <message>
      <source>Software per hour</source>
      <translation>Software je Stunde</translation>
    </message>
    <message>
      <source>Licences per accelerator.</source>
      <translation>Lizenzen je Beschleuniger.</translation>
    </message>
    <message>
      <source>Accelerator-hour</source>
      <translation>Beschleunigerstunde</translation>
    </message>
    <message>
      <source>All cost of one accelerator.</source>
      <translation>Alle Kosten eines Beschleunigers.</translation>
    </message>
    <message>
      <source>Fleet cost</source>
      <translation>Flottenkosten</translation>
    </message>
    <message>
      <source>All cost of the service: machines, bought tokens, levers, storage, the team, capacity on call.</source>
      <translation>Alle Kosten des Dienstes: Maschinen, gekaufte Token, Hebel, Speicher, das Team, Kapazität auf Abruf.</translation>
    </message>
    <message>
      <source>Cost per request</source>
      <translation>Kosten je Anfrage</translation>
    </message>
    <message>
      <source>All cost over all useful requests.</source>
      <translation>Alle Kosten geteilt durch alle nützlichen Anfragen.</translation>
    </message>
    <message>
      <source>Cost per output token</source>
      <translation>Kosten je Ausgabetoken</translation>
    </message>
    <message>
      <source>Cost of one generated token by the chosen split.</source>
      <translation>Kosten eines erzeugten Tokens nach der gewählten Verteilung.</translation>
    </message>
    <message>
      <source>Cost per input token</source>
      <translation>Kosten je Eingabetoken</translation>
    </message>
    <message>
      <source>Cost of one computed input token by the chosen split.</source>
      <translation>Kosten eines berechneten Eingabetokens nach der gewählten Verteilung.</translation>
    </message>
    <message>
      <source>Cost per cached token</source>
      <translation>Kosten je Cache-Token</translation>
    </message>
    <message>
      <source>Cost of one input token found in the cache.</source>
      <translation>Kosten eines Eingabetokens, das im Cache liegt.</translation>
    </message>
    <message>
      <source>All-in cost per output token</source>
      <translation>Gesamtkosten je Ausgabetoken</translation>
    </message>
    <message>
      <source>All cost over output tokens alone.</source>
      <translation>Alle Kosten geteilt durch die Ausgabetoken allein.</translation>
    </message>
    <message>
      <source>Cost per user</source>
      <translation>Kosten je Nutzer</translation>
    </message>
    <message>
      <source>All cost over all users.</source>
      <translation>Alle Kosten geteilt durch alle Nutzer.</translation>
    </message>
    <message>
      <source>Revenue per request</source>
      <translation>Umsatz je Anfrage</translation>
    </message>
    <message>
      <source>What a mean request earns after discount, free use and fees.</source>
      <translation>Was eine mittlere Anfrage nach Rabatt, freier Nutzung und Gebühren einbringt.</translation>
    </message>
    <message>
      <source>Margin per request</source>
      <translation>Marge je Anfrage</translation>
    </message>
    <message>
      <source>Revenue less cost of a mean request.</source>
      <translation>Umsatz abzüglich Kosten einer mittleren Anfrage.</translation>
    </message>
    <message>
      <source>Gross margin</source>
      <translation>Bruttomarge</translation>
    </message>
    <message>
      <source>Margin over revenue.</source>
      <translation>Marge geteilt durch Umsatz.</translation>
    </message>
    <message>
      <source>Revenue</source>
      <translation>Umsatz</translation>
    </message>
    <message>
      <source>Revenue of the service.</source>
      <translation>Umsatz des Dienstes.</translation>
    </message>
    <message>
      <source>Profit</source>
      <translation>Gewinn</translation>
    </message>
    <message>
      <source>Revenue less cost of the fleet.</source>
      <translation>Umsatz abzüglich Kosten der Flotte.</translation>
    </message>
    <message>
      <source>Revenue per user</source>
      <translation>Umsatz je Nutzer</translation>
    </message>
    <message>
      <source>Revenue over all users.</source>
      <translation>Umsatz geteilt durch alle Nutzer.</translation>
    </message>
    <message>
      <source>Break-even price</source>
      <translation>Break-even-Preis</translation>
    </message>
    <message>
      <source>Output price at which the margin is zero, all token prices moved together.</source>
      <translation>Ausgabepreis, bei dem die Marge null ist, wenn alle Tokenpreise gemeinsam bewegt werden.</translation>
    </message>
    <message>
      <source>Break-even subscription</source>
      <translation>Break-even-Abonnement</translation>
    </message>
    <message>
      <source>Fee per paying user at which the margin is zero.</source>
      <translation>Gebühr je zahlendem Nutzer, bei der die Marge null ist.</translation>
    </message>
    <message>
      <source>Break-even utilization</source>
      <translation>Break-even-Auslastung</translation>
    </message>
    <message>
      <source>Utilization at which this fleet's cost is earned back; above 100 % no load earns it.</source>
      <translation>Auslastung, bei der die Kosten dieser Flotte wieder verdient sind; über 100 % verdient sie keine Last.</translation>
    </message>
    <message>
      <source>Rent per hour</source>
      <translation>Miete je Stunde</translation>
    </message>
    <message>
      <source>Rent of one accelerator with its uplift; a mean over owned ones too where supply is mixed.</source>
      <translation>Miete eines Beschleunigers mit Aufschlag; bei gemischtem Bezug ein Mittel auch über die eigenen.</translation>
    </message>
    <message>
      <source>Owned accelerators</source>
      <translation>Eigene Beschleuniger</translation>
    </message>
    <message>
      <source>Accelerators owned, spares included.</source>
      <translation>Eigene Beschleuniger, Reserven eingeschlossen.</translation>
    </message>
    <message>
      <source>Rented accelerators</source>
      <translation>Gemietete Beschleuniger</translation>
    </message>
    <message>
      <source>Accelerators rented in the mean over the month.</source>
      <translation>Im Mittel des Monats gemietete Beschleuniger.</translation>
    </message>
    <message>
      <source>Owned accelerators over those needed at the peak.</source>
      <translation>Eigene Beschleuniger geteilt durch die in der Spitze benötigten.</translation>
    </message>
    <message>
      <source>Served by own machines</source>
      <translation>Selbst bedient</translation>
    </message>
    <message>
      <source>Share of requests that owned machines serve.</source>
      <translation>Anteil der Anfragen, die eigene Maschinen bedienen.</translation>
    </message>
    <message>
      <source>What another company asks for the tokens bought from it, surcharge and retries included.</source>
      <translation>Was eine andere Firma für die bei ihr gekauften Token verlangt, Aufschlag und Wiederholungen eingeschlossen.</translation>
    </message>
    <message>
      <source>Rent of the storage that the service keeps.</source>
      <translation>Miete des Speichers, den der Dienst hält.</translation>
    </message>
    <message>
      <source>Fixed cost of running</source>
      <translation>Fixkosten des Betriebs</translation>
    </message>
    <message>
      <source>People and tools that any fleet takes; nothing when tokens are bought.</source>
      <translation>Menschen und Werkzeuge, die jede Flotte braucht; nichts, wenn Token gekauft werden.</translation>
    </message>
    <message>
      <source>Cost per year</source>
      <translation>Kosten im Jahr</translation>
    </message>
    <message>
      <source>All cost of the service in a year.</source>
      <translation>Alle Kosten des Dienstes in einem Jahr.</translation>
    </message>
    <message>
      <source>Capital as charged</source>
      <translation>Kapital wie verrechnet</translation>
    </message>
    <message>
      <source>Capital and building of the owned machines by the chosen way.</source>
      <translation>Kapital und Gebäude der eigenen Maschinen nach dem gewählten Weg.</translation>
    </message>
    <message>
      <source>Capital as an annuity</source>
      <translation>Kapital als Annuität</translation>
    </message>
    <message>
      <source>Capital and building of the owned machines in equal payments of price and interest.</source>
      <translation>Kapital und Gebäude der eigenen Maschinen in gleichen Raten aus Preis und Zins.</translation>
    </message>
    <message>
      <source>Capital in a straight line</source>
      <translation>Kapital linear</translation>
    </message>
    <message>
      <source>Capital and building of the owned machines written off evenly, without interest.</source>
      <translation>Kapital und Gebäude der eigenen Maschinen gleichmäßig abgeschrieben, ohne Zins.</translation>
    </message>
    <message>
      <source>Economic cost</source>
      <translation>Ökonomische Kosten</translation>
    </message>
    <message>
      <source>All cost with capital as an annuity: price and interest in equal payments, what capital must earn.</source>
      <translation>Alle Kosten mit Kapital als Annuität: Preis und Zins in gleichen Raten, was Kapital verdienen muss.</translation>
    </message>
    <message>
      <source>Accounting cost</source>
      <translation>Bilanzkosten</translation>
    </message>
    <message>
      <source>All cost with capital in a straight line over its life, without interest: what the books charge.</source>
      <translation>Alle Kosten mit linear über die Nutzungsdauer abgeschriebenem Kapital, ohne Zins: was die Bücher ansetzen.</translation>
    </message>
    <message>
      <source>Hour of an owned accelerator</source>
      <translation>Stunde eines eigenen Beschleunigers</translation>
    </message>
    <message>
      <source>Cost of an owned accelerator-hour at this load, whatever the supply.</source>
      <translation>Kosten der Stunde eines eigenen Beschleunigers bei dieser Last, unabhängig vom Bezug.</translation>
    </message>
    <message>
      <source>Hour of a rented accelerator</source>
      <translation>Stunde eines gemieteten Beschleunigers</translation>
    </message>
    <message>
      <source>Cost of a rented accelerator-hour, whatever the supply.</source>
      <translation>Kosten der Stunde eines gemieteten Beschleunigers, unabhängig vom Bezug.</translation>
    </message>
    <message>
      <source>Owning beats renting from</source>
      <translation>Eigentum schlägt Miete ab</translation>
    </message>
    <message>
      <source>Share of the hours a machine must be needed for owning it to be cheaper than renting it; above 100 % it never is.</source>
      <translation>Anteil der Stunden, in denen eine Maschine gebraucht werden muss, damit Besitzen günstiger ist als Mieten; über 100 % ist es das nie.</translation>
    </message>
    <message>
      <source>Cost per bought request</source>
      <translation>Kosten je gekaufter Anfrage</translation>
    </message>
    <message>
      <source>What a request costs at the listed prices of bought tokens, whatever the supply.</source>
      <translation>Was eine Anfrage zu den Listenpreisen gekaufter Token kostet, unabhängig vom Bezug.</translation>
    </message>
    <message>
      <source>Machines beat bought tokens from</source>
      <translation>Maschinen schlagen gekaufte Token ab</translation>
    </message>
    <message>
      <source>Requests a month from which this fleet, one replica with its spare at the least, costs less than buying the tokens.</source>
      <translation>Anfragen im Monat, ab denen diese Flotte, mindestens ein Replikat mit seiner Reserve, weniger kostet als der Kauf der Token.</translation>
    </message>
    <message>
      <source>Computed input per task</source>
      <translation>Berechnete Eingabe je Aufgabe</translation>
    </message>
    <message>
      <source>Input tokens that the calls of a task compute.</source>
      <translation>Eingabetoken, die die Aufrufe einer Aufgabe berechnen.</translation>
    </message>
    <message>
      <source>Cached input per task</source>
      <translation>Eingabe aus Cache je Aufgabe</translation>
    </message>
    <message>
      <source>Input tokens that the calls of a task find in the cache: each call most of the context of the one before.</source>
      <translation>Eingabetoken, die die Aufrufe einer Aufgabe im Cache finden: jeder Aufruf den größten Teil des Kontexts des vorigen.</translation>
    </message>
    <message>
      <source>Output per task</source>
      <translation>Ausgabe je Aufgabe</translation>
    </message>
    <message>
      <source>Tokens that the calls of a task generate.</source>
      <translation>Token, die die Aufrufe einer Aufgabe erzeugen.</translation>
    </message>
    <message>
      <source>Tools per task</source>
      <translation>Werkzeuge je Aufgabe</translation>
    </message>
    <message>
      <source>Cost of the tool calls of one attempt.</source>
      <translation>Kosten der Werkzeugaufrufe eines Versuchs.</translation>
    </message>
    <message>
      <source>Cost per task</source>
      <translation>Kosten je Aufgabe</translation>
    </message>
    <message>
      <source>All calls of a task with growing context and their tools, failed attempts included.</source>
      <translation>Alle Aufrufe einer Aufgabe mit wachsendem Kontext und ihre Werkzeuge, gescheiterte Versuche eingeschlossen.</translation>
    </message>
    <message>
      <source>Model per output token</source>
      <translation>Modell je Ausgabetoken</translation>
    </message>
    <message>
      <source>Cost of the model on each token it generates.</source>
      <translation>Kosten des Modells auf jedes Token, das es erzeugt.</translation>
    </message>
    <message>
      <source>Full cost per request</source>
      <translation>Vollkosten je Anfrage</translation>
    </message>
    <message>
      <source>Serving and the model itself.</source>
      <translation>Bedienen und das Modell selbst.</translation>
    </message>
    <message>
      <source>Paid cost per request</source>
      <translation>Bezahlte Kosten je Anfrage</translation>
    </message>
    <message>
      <source>Cost of the requests that pay, over all requests.</source>
      <translation>Kosten der zahlenden Anfragen geteilt durch alle Anfragen.</translation>
    </message>
    <message>
      <source>Compute margin of paying users</source>
      <translation>Compute-Marge zahlender Nutzer</translation>
    </message>
    <message>
      <source>Margin over revenue counting the cost of paying users alone, as the press quotes it; free use is left out.</source>
      <translation>Marge geteilt durch Umsatz, wobei nur die Kosten zahlender Nutzer zählen, wie die Presse sie nennt; freie Nutzung bleibt außen vor.</translation>
    </message>
    <message>
      <source>Free use</source>
      <translation>Freie Nutzung</translation>
    </message>
    <message>
      <source>Cost of requests that do not pay.</source>
      <translation>Kosten der Anfragen, die nicht zahlen.</translation>
    </message>
    <message>
      <source>Usage of the heaviest users</source>
      <translation>Nutzung der stärksten Nutzer</translation>
    </message>
    <message>
      <source>Share of all tokens that the heaviest users take.</source>
      <translation>Anteil aller Token, den die stärksten Nutzer nehmen.</translation>
    </message>
    <message>
      <source>Cost per heavy user</source>
      <translation>Kosten je Vielnutzer</translation>
    </message>
    <message>
      <source>Cost of a mean user among the heaviest.</source>
      <translation>Kosten eines mittleren Nutzers unter den stärksten.</translation>
    </message>
    <message>
      <source>Usage under the limit</source>
      <translation>Nutzung unter der Grenze</translation>
    </message>
    <message>
      <source>Share of all usage that a fair-use limit lets through.</source>
      <translation>Anteil aller Nutzung, den eine Fair-Use-Grenze durchlässt.</translation>
    </message>
    <message>
      <source>Cost per user under the limit</source>
      <translation>Kosten je Nutzer unter der Grenze</translation>
    </message>
    <message>
      <source>Cost per user when usage beyond the fair-use limit is refused.</source>
      <translation>Kosten je Nutzer, wenn Nutzung über der Fair-Use-Grenze abgelehnt wird.</translation>
    </message>
    <message>
      <source>Users who cost more than their fee</source>
      <translation>Nutzer teurer als ihre Gebühr</translation>
    </message>
    <message>
      <source>Share of paying users whose usage costs more than the flat fee; told for a subscription only.</source>
      <translation>Anteil der zahlenden Nutzer, deren Nutzung mehr kostet als die Pauschale; nur bei einem Abonnement angegeben.</translation>
    </message>
    <message>
      <source>Running cost</source>
      <translation>Laufende Kosten</translation>
    </message>
    <message>
      <source>Cash that the machines cost in a month, capital and bought tokens apart.</source>
      <translation>Geld, das die Maschinen in einem Monat kosten, ohne Kapital und gekaufte Token.</translation>
    </message>
    <message>
      <source>Years of revenue</source>
      <translation>Jahre an Umsatz</translation>
    </message>
    <message>
      <source>What a yearly dollar of revenue is worth over the life as prices and volume move, discounted.</source>
      <translation>Was ein Dollar Jahresumsatz über die Nutzungsdauer wert ist, während Preise und Menge sich bewegen, diskontiert.</translation>
    </message>
    <message>
      <source>Years of tokens</source>
      <translation>Jahre an Token</translation>
    </message>
    <message>
      <source>Yearly output over the life as software makes more of it, discounted.</source>
      <translation>Jährliche Ausgabe über die Nutzungsdauer, während Software mehr daraus macht, diskontiert.</translation>
    </message>
    <message>
      <source>Years of running cost</source>
      <translation>Jahre an laufenden Kosten</translation>
    </message>
    <message>
      <source>What a yearly dollar that stays is worth over the life, discounted.</source>
      <translation>Was ein gleichbleibender Dollar im Jahr über die Nutzungsdauer wert ist, diskontiert.</translation>
    </message>
    <message>
      <source>Years of rent</source>
      <translation>Jahre an Miete</translation>
    </message>
    <message>
      <source>What a yearly dollar of today's rent is worth over the life as rent moves, discounted.</source>
      <translation>Was ein Dollar heutiger Jahresmiete über die Nutzungsdauer wert ist, während die Miete sich bewegt, diskontiert.</translation>
    </message>
    <message>
      <source>Purchase to be earned</source>
      <translation>Einzuspielende Anschaffung</translation>
    </message>
    <message>
      <source>What revenue must cover of a dollar of purchase: less the present residual, and taxes.</source>
      <translation>Was der Umsatz von einem Dollar Anschaffung decken muss: abzüglich des Barwerts des Restwerts, und mit Steuern.</translation>
    </message>
    <message>
      <source>Present value of revenue</source>
      <translation>Barwert des Umsatzes</translation>
    </message>
    <message>
      <source>Revenue over the life, each year at its price and volume, discounted.</source>
      <translation>Umsatz über die Nutzungsdauer, jedes Jahr zu seinem Preis und seiner Menge, diskontiert.</translation>
    </message>
    <message>
      <source>Present value of cost</source>
      <translation>Barwert der Kosten</translation>
    </message>
    <message>
      <source>Purchase less residual and all running cost over the life, discounted; what revenue must cover before tax.</source>
      <translation>Anschaffung abzüglich Restwert und alle laufenden Kosten über die Nutzungsdauer, diskontiert; was der Umsatz vor Steuern decken muss.</translation>
    </message>
    <message>
      <source>Discounted output</source>
      <translation>Diskontierte Ausgabe</translation>
    </message>
    <message>
      <source>Output tokens over the life, discounted as the money they earn.</source>
      <translation>Ausgabetoken über die Nutzungsdauer, diskontiert wie das Geld, das sie einbringen.</translation>
    </message>
    <message>
      <source>Net present value</source>
      <translation>Kapitalwert</translation>
    </message>
    <message>
      <source>What the service is worth today over the life of its machines, after tax.</source>
      <translation>Was der Dienst heute über die Nutzungsdauer seiner Maschinen wert ist, nach Steuern.</translation>
    </message>
    <message>
      <source>Levelised cost of output</source>
      <translation>Gestehung je Ausgabe</translation>
    </message>
    <message>
      <source>Constant price per output token, net of fees, at which the net present value is zero.</source>
      <translation>Gleichbleibender Preis je Ausgabetoken, ohne Gebühren, bei dem der Kapitalwert null ist.</translation>
    </message>
    <message>
      <source>Internal rate of return</source>
      <translation>Interner Zinsfuß</translation>
    </message>
    <message>
      <source>Cost of capital at which the net present value of owned machines is zero.</source>
      <translation>Kapitalkostensatz, bei dem der Kapitalwert eigener Maschinen null ist.</translation>
    </message>
    <message>
      <source>Payback</source>
      <translation>Amortisation</translation>
    </message>
    <message>
      <source>Years until the cash earned repays the machines, undiscounted.</source>
      <translation>Jahre, bis das verdiente Geld die Maschinen zurückgezahlt hat, nicht diskontiert.</translation>
    </message>
    <message>
      <source>First year at a loss</source>
      <translation>Erstes Jahr mit Verlust</translation>
    </message>
    <message>
      <source>First year whose running cost exceeds its revenue: machines are then worth more switched off; 50 stands for never.</source>
      <translation>Erstes Jahr, dessen laufende Kosten den Umsatz übersteigen: Ausgeschaltet sind die Maschinen dann mehr wert; 50 steht für nie.</translation>
    </message>
    <message>
      <source>Tax</source>
      <translation>Steuer</translation>
    </message>
    <message>
      <source>Tax of the first year after straight-line depreciation; below zero where a loss is set off.</source>
      <translation>Steuer des ersten Jahres nach linearer Abschreibung; unter null, wo ein Verlust verrechnet wird.</translation>
    </message>
    <message>
      <source>Mean draw of one accelerator while its replica serves at the peak, without host and network.</source>
      <translation>Mittlere Leistungsaufnahme eines Beschleunigers, während sein Replikat in der Spitze bedient, ohne Host und Netz.</translation>
    </message>
    <message>
      <source>of it static</source>
      <translation>davon statisch</translation>
    </message>
    <message>
      <source>Drawn whatever the kernels do: idle, and active while kernels run.</source>
      <translation>Aufgenommen, was immer die Kernel tun: im Leerlauf und aktiv, während Kernel laufen.</translation>
    </message>
    <message>
      <source>of it arithmetic</source>
      <translation>davon Arithmetik</translation>
    </message>
    <message>
      <source>What operations add, bent towards the limit of the board.</source>
      <translation>Was Operationen hinzufügen, zur Grenze des Boards hin gebogen.</translation>
    </message>
    <message>
      <source>of it memory</source>
      <translation>davon Speicher</translation>
    </message>
    <message>
      <source>What memory traffic adds, bent towards the limit of the board.</source>
      <translation>Was Speicherverkehr hinzufügt, zur Grenze des Boards hin gebogen.</translation>
    </message>
    <message>
      <source>Board energy per output token</source>
      <translation>Boardenergie je Ausgabetoken</translation>
    </message>
    <message>
      <source>Energy of the boards alone over output tokens, at the peak: what benchmarks measure.</source>
      <translation>Energie der Boards allein geteilt durch Ausgabetoken, in der Spitze: was Benchmarks messen.</translation>
    </message>
    <message>
      <source>Duty</source>
      <translation>Aktivzeit</translation>
    </message>
    <message>
      <source>Share of the paid time that a replica works as at the peak; its boards idle for the rest.</source>
      <translation>Anteil der bezahlten Zeit, in dem ein Replikat wie in der Spitze arbeitet; im Rest laufen seine Boards leer.</translation>
    </message>
    <message>
      <source>All-in power per accelerator</source>
      <translation>Gesamtleistung je Beschleuniger</translation>
    </message>
    <message>
      <source>Mean draw of one accelerator over the month with its share of host, network and fans, before PUE.</source>
      <translation>Mittlere Leistungsaufnahme eines Beschleunigers über den Monat mit seinem Anteil an Host, Netz und Lüftern, vor PUE.</translation>
    </message>
    <message>
      <source>Facility power</source>
      <translation>Leistung des Standorts</translation>
    </message>
    <message>
      <source>Mean power of the fleet, PUE included.</source>
      <translation>Mittlere Leistung der Flotte, PUE eingeschlossen.</translation>
    </message>
    <message>
      <source>Energy per response</source>
      <translation>Energie je Antwort</translation>
    </message>
    <message>
      <source>Energy of one response: accelerators, hosts, network, idle time and PUE.</source>
      <translation>Energie einer Antwort: Beschleuniger, Hosts, Netz, Leerlaufzeit und PUE.</translation>
    </message>
    <message>
      <source>Energy per output token</source>
      <translation>Energie je Ausgabetoken</translation>
    </message>
    <message>
      <source>All energy over output tokens.</source>
      <translation>Alle Energie geteilt durch Ausgabetoken.</translation>
    </message>
    <message>
      <source>Carbon per response</source>
      <translation>CO₂ je Antwort</translation>
    </message>
    <message>
      <source>Operational carbon dioxide of one response.</source>
      <translation>Kohlendioxid aus dem Betrieb für eine Antwort.</translation>
    </message>
    <message>
      <source>Reaching tier 1</source>
      <translation>Erreichen Stufe 1</translation>
    </message>
    <message>
      <source>Share of all requests that tier 1 works on.</source>
      <translation>Anteil aller Anfragen, an denen Stufe 1 arbeitet.</translation>
    </message>
    <message>
      <source>Reaching tier 2</source>
      <translation>Erreichen Stufe 2</translation>
    </message>
    <message>
      <source>Share of all requests that tier 2 works on.</source>
      <translation>Anteil aller Anfragen, an denen Stufe 2 arbeitet.</translation>
    </message>
    <message>
      <source>Reaching tier 3</source>
      <translation>Erreichen Stufe 3</translation>
    </message>
    <message>
      <source>Share of all requests that tier 3 works on.</source>
      <translation>Anteil aller Anfragen, an denen Stufe 3 arbeitet.</translation>
    </message>
    <message>
      <source>Reaching tier 4</source>
      <translation>Erreichen Stufe 4</translation>
    </message>
    <message>
      <source>Share of all requests that tier 4 works on.</source>
      <translation>Anteil aller Anfragen, an denen Stufe 4 arbeitet.</translation>
    </message>
    <message>
      <source>Answered by tier 1</source>
      <translation>Beantwortet von Stufe 1</translation>
    </message>
    <message>
      <source>Share of all requests whose answer is that of tier 1.</source>
      <translation>Anteil aller Anfragen, deren Antwort die von Stufe 1 ist.</translation>
    </message>
    <message>
      <source>Answered by tier 2</source>
      <translation>Beantwortet von Stufe 2</translation>
    </message>
    <message>
      <source>Share of all requests whose answer is that of tier 2.</source>
      <translation>Anteil aller Anfragen, deren Antwort die von Stufe 2 ist.</translation>
    </message>
    <message>
      <source>Answered by tier 3</source>
      <translation>Beantwortet von Stufe 3</translation>
    </message>
    <message>
      <source>Share of all requests whose answer is that of tier 3.</source>
      <translation>Anteil aller Anfragen, deren Antwort die von Stufe 3 ist.</translation>
    </message>
    <message>
      <source>Answered by tier 4</source>
      <translation>Beantwortet von Stufe 4</translation>
    </message>
    <message>
      <source>Share of all requests whose answer is that of tier 4.</source>
      <translation>Anteil aller Anfragen, deren Antwort die von Stufe 4 ist.</translation>
    </message>
    <message>
      <source>Cost of tier 1</source>
      <translation>Kosten der Stufe 1</translation>
    </message>
    <message>
      <source>Share of all cost that tier 1 causes.</source>
      <translation>Anteil aller Kosten, den Stufe 1 verursacht.</translation>
    </message>
    <message>
      <source>Cost of tier 2</source>
      <translation>Kosten der Stufe 2</translation>
    </message>
    <message>
      <source>Share of all cost that tier 2 causes.</source>
      <translation>Anteil aller Kosten, den Stufe 2 verursacht.</translation>
    </message>
    <message>
      <source>Cost of tier 3</source>
      <translation>Kosten der Stufe 3</translation>
    </message>
    <message>
      <source>Share of all cost that tier 3 causes.</source>
      <translation>Anteil aller Kosten, den Stufe 3 verursacht.</translation>
    </message>
    <message>
      <source>Cost of tier 4</source>
      <translation>Kosten der Stufe 4</translation>
    </message>
    <message>
      <source>Share of all cost that tier 4 causes.</source>
      <translation>Anteil aller Kosten, den Stufe 4 verursacht.</translation>
    </message>
    <message>
      <source>Good answers of tier 1</source>
      <translation>Gute Antworten der Stufe 1</translation>
    </message>
    <message>
      <source>Share of the answers given by tier 1 that are good, chosen as they are.</source>
      <translation>Anteil der von Stufe 1 gegebenen Antworten, die gut sind, bei der getroffenen Auswahl.</translation>
    </message>
    <message>
      <source>Good answers of tier 2</source>
      <translation>Gute Antworten der Stufe 2</translation>
    </message>
    <message>
      <source>Share of the answers given by tier 2 that are good, chosen as they are.</source>
      <translation>Anteil der von Stufe 2 gegebenen Antworten, die gut sind, bei der getroffenen Auswahl.</translation>
    </message>
    <message>
      <source>Good answers of tier 3</source>
      <translation>Gute Antworten der Stufe 3</translation>
    </message>
    <message>
      <source>Share of the answers given by tier 3 that are good, chosen as they are.</source>
      <translation>Anteil der von Stufe 3 gegebenen Antworten, die gut sind, bei der getroffenen Auswahl.</translation>
    </message>
    <message>
      <source>Good answers of tier 4</source>
      <translation>Gute Antworten der Stufe 4</translation>
    </message>
    <message>
      <source>Share of the answers given by tier 4 that are good, chosen as they are.</source>
      <translation>Anteil der von Stufe 4 gegebenen Antworten, die gut sind, bei der getroffenen Auswahl.</translation>
    </message>
    <message>
      <source>Tiers asked per request</source>
      <translation>Gefragte Stufen je Anfrage</translation>
    </message>
    <message>
      <source>Mean number of tiers that work on a request.</source>
      <translation>Mittlere Zahl der Stufen, die an einer Anfrage arbeiten.</translation>
    </message>
    <message>
      <source>Router and judge</source>
      <translation>Router und Prüfer</translation>
    </message>
    <message>
      <source>Cost of choosing: what the router reads, or the judge.</source>
      <translation>Kosten der Wahl: was der Router oder der Prüfer liest.</translation>
    </message>
    <message>
      <source>Saved by routing</source>
      <translation>Durch Routing gespart</translation>
    </message>
    <message>
      <source>Cost saved against the last tier in use answering everything at its present cost per request.</source>
      <translation>Gesparte Kosten gegenüber dem Fall, dass die letzte genutzte Stufe alles zu ihren jetzigen Kosten je Anfrage beantwortet.</translation>
    </message>
    <message>
      <source>Cost of bad answers</source>
      <translation>Kosten schlechter Antworten</translation>
    </message>
    <message>
      <source>What answers that are not good cost whoever decides by them, over all requests.</source>
      <translation>Was nicht gute Antworten den kosten, der danach entscheidet, geteilt durch alle Anfragen.</translation>
    </message>
    <message>
      <source>Cost per request with errors</source>
      <translation>Kosten je Anfrage mit Fehlern</translation>
    </message>
    <message>
      <source>All cost of a mean request and of its answer being bad.</source>
      <translation>Alle Kosten einer mittleren Anfrage und dessen, dass ihre Antwort schlecht ist.</translation>
    </message>
    <message>
      <source>Tier that stops it</source>
      <translation>Stufe, die es verhindert</translation>
    </message>
    <message>
      <source>Tier whose limit stops the point; 0 where nothing does, or where the service as a whole is stopped.</source>
      <translation>Stufe, deren Grenze den Punkt verhindert; 0, wo keine es tut oder wo der Dienst als Ganzes verhindert ist.</translation>
    </message>
    <message>
      <source>Network per accelerator</source>
      <translation>Netz je Beschleuniger</translation>
    </message>
    <message>
      <source>Switches, cables and optics per accelerator, adapter apart.</source>
      <translation>Switches, Kabel und Optik je Beschleuniger, ohne Adapter.</translation>
    </message>
    <message>
      <source>Switches per accelerator</source>
      <translation>Switches je Beschleuniger</translation>
    </message>
    <message>
      <source>Purchase price of switches per accelerator.</source>
      <translation>Kaufpreis der Switches je Beschleuniger.</translation>
    </message>
    <message>
      <source>Copper per accelerator</source>
      <translation>Kupfer je Beschleuniger</translation>
    </message>
    <message>
      <source>Purchase price of copper and active cables per accelerator.</source>
      <translation>Kaufpreis von Kupfer und aktiven Kabeln je Beschleuniger.</translation>
    </message>
    <message>
      <source>Optics per accelerator</source>
      <translation>Optik je Beschleuniger</translation>
    </message>
    <message>
      <source>Purchase price of modules, optical cables and fibre per accelerator.</source>
      <translation>Kaufpreis von Modulen, optischen Kabeln und Faser je Beschleuniger.</translation>
    </message>
    <message>
      <source>Adapters per accelerator</source>
      <translation>Adapter je Beschleuniger</translation>
    </message>
    <message>
      <source>Purchase price of network adapters per accelerator.</source>
      <translation>Kaufpreis der Netzadapter je Beschleuniger.</translation>
    </message>
    <message>
      <source>Network power per accelerator</source>
      <translation>Netzleistung je Beschleuniger</translation>
    </message>
    <message>
      <source>Draw of switches and media per accelerator, adapter apart.</source>
      <translation>Leistungsaufnahme von Switches und Medien je Beschleuniger, ohne Adapter.</translation>
    </message>
    <message>
      <source>Adapter power per accelerator</source>
      <translation>Adapterleistung je Beschleuniger</translation>
    </message>
    <message>
      <source>Draw of adapters per accelerator, which its all-in power holds; 0 where the network is as priced.</source>
      <translation>Leistungsaufnahme der Adapter je Beschleuniger, in dessen Gesamtleistung enthalten; 0, wo das Netz wie bepreist ist.</translation>
    </message>
    <message>
      <source>Switch count per accelerator</source>
      <translation>Zahl der Switches je Beschleuniger</translation>
    </message>
    <message>
      <source>Switches per accelerator; 0 where the network is taken as priced.</source>
      <translation>Switches je Beschleuniger; 0, wo das Netz wie bepreist übernommen wird.</translation>
    </message>
    <message>
      <source>Adapter count per accelerator</source>
      <translation>Zahl der Adapter je Beschleuniger</translation>
    </message>
    <message>
      <source>Adapters per accelerator; 0 where the network is taken as priced.</source>
      <translation>Adapter je Beschleuniger; 0, wo das Netz wie bepreist übernommen wird.</translation>
    </message>
    <message>
      <source>Media at the host per accelerator</source>
      <translation>Medien am Host je Beschleuniger</translation>
    </message>
    <message>
      <source>Modules or cables at the host per accelerator; 0 where the network is taken as priced.</source>
      <translation>Module oder Kabel am Host je Beschleuniger; 0, wo das Netz wie bepreist übernommen wird.</translation>
    </message>
    <message>
      <source>Media at the switches per accelerator</source>
      <translation>Medien an Switches je Beschleuniger</translation>
    </message>
    <message>
      <source>Modules or cables at switches per accelerator; 0 where the network is taken as priced.</source>
      <translation>Module oder Kabel an Switches je Beschleuniger; 0, wo das Netz wie bepreist übernommen wird.</translation>
    </message>
    <message>
      <source>Endpoints over reach</source>
      <translation>Endpunkte über Reichweite</translation>
    </message>
    <message>
      <source>Endpoints over those the topology reaches; above 100 % it takes another tier or larger switches.</source>
      <translation>Endpunkte geteilt durch die, die die Topologie erreicht; über 100 % braucht es eine weitere Ebene oder größere Switches.</translation>
    </message>
    <message>
      <source>Host link over reach</source>
      <translation>Host-Link über Reichweite</translation>
    </message>
    <message>
      <source>Longest link to a host over the reach of its medium; above 100 % it takes another.</source>
      <translation>Längster Link zu einem Host geteilt durch die Reichweite seines Mediums; über 100 % braucht es ein anderes.</translation>
    </message>
    <message>
      <source>Switch link over reach</source>
      <translation>Switch-Link über Reichweite</translation>
    </message>
    <message>
      <source>Longest link between switches over the reach of its medium; above 100 % it takes another.</source>
      <translation>Längster Link zwischen Switches geteilt durch die Reichweite seines Mediums; über 100 % braucht es ein anderes.</translation>
    </message>
    <message>
      <source>Network failures per accelerator</source>
      <translation>Netzausfälle je Beschleuniger</translation>
    </message>
    <message>
      <source>Failures of switches, adapters and media per accelerator; 0 where the network is taken as priced.</source>
      <translation>Ausfälle von Switches, Adaptern und Medien je Beschleuniger; 0, wo das Netz wie bepreist übernommen wird.</translation>
    </message>
    <message>
      <source>Logic foundry, layer</source>
      <translation>Logik-Foundry, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for dies of the accelerators, by straight line.</source>
      <translation>Teil der Flottenkosten, der Dies der Beschleuniger bezahlt; linear abgeschrieben.</translation>
    </message>
    <message>
      <source>Memory on package, layer</source>
      <translation>Speicher im Package, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for HBM, or the memory of a card, by straight line.</source>
      <translation>Teil der Flottenkosten, der HBM oder den Speicher einer Karte bezahlt; linear abgeschrieben.</translation>
    </message>
    <message>
      <source>Packaging and test, layer</source>
      <translation>Packaging und Test, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for packaging, substrate, test and yield, by straight line.</source>
      <translation>Teil der Flottenkosten, der Packaging, Substrat, Test und Ausbeuteverlust bezahlt; linear abgeschrieben.</translation>
    </message>
    <message>
      <source>Design partner, layer</source>
      <translation>Designpartner, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for margin of the partner who delivers a part its user designed, by straight line.</source>
      <translation>Teil der Flottenkosten, der die Marge des Partners bezahlt, der ein vom Nutzer entworfenes Teil liefert; linear abgeschrieben.</translation>
    </message>
    <message>
      <source>Accelerator vendor, layer</source>
      <translation>Beschleunigerhersteller, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for what the vendor of the accelerator keeps over materials and partner, by straight line.</source>
      <translation>Teil der Flottenkosten, der das bezahlt, was der Hersteller des Beschleunigers über Material und Partner hinaus behält; linear abgeschrieben.</translation>
    </message>
    <message>
      <source>Host processors, layer</source>
      <translation>Hostprozessoren, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for processors of the servers, by straight line.</source>
      <translation>Teil der Flottenkosten, der Prozessoren der Server bezahlt; linear abgeschrieben.</translation>
    </message>
    <message>
      <source>Server, layer</source>
      <translation>Server, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for boards, memory, power supplies, chassis, assembly, by straight line.</source>
      <translation>Teil der Flottenkosten, der Boards, Speicher, Netzteile, Gehäuse und Montage bezahlt; linear abgeschrieben.</translation>
    </message>
    <message>
      <source>Scale-up fabric, layer</source>
      <translation>Scale-up-Fabric, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for switches, boards and cables of the links inside a domain, by straight line.</source>
      <translation>Teil der Flottenkosten, der Switches, Boards und Kabel der Links innerhalb einer Domäne bezahlt; linear abgeschrieben.</translation>
    </message>
    <message>
      <source>Switches, layer</source>
      <translation>Switches, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for switches between servers, by straight line.</source>
      <translation>Teil der Flottenkosten, der Switches zwischen Servern bezahlt; linear abgeschrieben.</translation>
    </message>
    <message>
      <source>Adapters, layer</source>
      <translation>Adapter, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for network adapters, by straight line.</source>
      <translation>Teil der Flottenkosten, der Netzadapter bezahlt; linear abgeschrieben.</translation>
    </message>
    <message>
      <source>Copper and active cables, layer</source>
      <translation>Kupfer und aktive Kabel, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for passive, linear and retimed copper between servers, by straight line.</source>
      <translation>Teil der Flottenkosten, der passives, lineares und aufgefrischtes (Retimer-)Kupfer zwischen Servern bezahlt; linear abgeschrieben.</translation>
    </message>
    <message>
      <source>Optics, layer</source>
      <translation>Optik, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for modules, optical cables and fibre between servers, by straight line.</source>
      <translation>Teil der Flottenkosten, der Module, optische Kabel und Faser zwischen Servern bezahlt; linear abgeschrieben.</translation>
    </message>
    <message>
      <source>Storage, layer</source>
      <translation>Massenspeicher, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for storage beside the accelerators, memory and disks for prefixes, by straight line.</source>
      <translation>Teil der Flottenkosten, der Massenspeicher neben den Beschleunigern sowie Speicher und SSD für Präfixe bezahlt; linear abgeschrieben.</translation>
    </message>
    <message>
      <source>Power equipment, layer</source>
      <translation>Stromversorgung, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for generators, transformers, UPS, switchgear, as paid.</source>
      <translation>Teil der Flottenkosten, der Generatoren, Transformatoren, USV und Schaltanlagen bezahlt; wie gezahlt.</translation>
    </message>
    <message>
      <source>Cooling, layer</source>
      <translation>Kühlung, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for chillers, distribution of liquid, cold plates of the hall, as paid.</source>
      <translation>Teil der Flottenkosten, der Kältemaschinen, Flüssigkeitsverteilung und Kühlplatten der Halle bezahlt; wie gezahlt.</translation>
    </message>
    <message>
      <source>Building, layer</source>
      <translation>Gebäude, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for ground, shell, labour, as paid.</source>
      <translation>Teil der Flottenkosten, der Grund, Rohbau und Arbeit bezahlt; wie gezahlt.</translation>
    </message>
    <message>
      <source>Electricity, layer</source>
      <translation>Elektrizität, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for energy at the meter, as paid.</source>
      <translation>Teil der Flottenkosten, der Energie am Zähler bezahlt; wie gezahlt.</translation>
    </message>
    <message>
      <source>Operations, layer</source>
      <translation>Betrieb, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for staff, maintenance, spares and upkeep, as paid.</source>
      <translation>Teil der Flottenkosten, der Personal, Wartung, Ersatzteile und Unterhalt bezahlt; wie gezahlt.</translation>
    </message>
    <message>
      <source>Software, layer</source>
      <translation>Software, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for licences, support, levers, router and judge, as paid.</source>
      <translation>Teil der Flottenkosten, der Lizenzen, Support, Hebel, Router und Prüfer bezahlt; wie gezahlt.</translation>
    </message>
    <message>
      <source>Interest and return, layer</source>
      <translation>Zins und Rendite, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for what lenders, owners and the landlord ask beyond writing off, as paid.</source>
      <translation>Teil der Flottenkosten, der das bezahlt, was Kreditgeber, Eigner und Vermieter über die Abschreibung hinaus verlangen; wie gezahlt.</translation>
    </message>
    <message>
      <source>Provider's margin, layer</source>
      <translation>Marge des Anbieters, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for rent beyond what the machines cost their owner, capacity on call elsewhere, as paid.</source>
      <translation>Teil der Flottenkosten, der Miete über das hinaus bezahlt, was die Maschinen ihren Eigner kosten, und Kapazität auf Abruf anderswo; wie gezahlt.</translation>
    </message>
    <message>
      <source>API seller, layer</source>
      <translation>API-Verkäufer, Schicht</translation>
    </message>
    <message>
      <source>Part of the fleet's cost that pays for tokens bought at the price list of another company, as paid.</source>
      <translation>Teil der Flottenkosten, der Token bezahlt, die nach der Preisliste einer anderen Firma gekauft sind; wie gezahlt.</translation>
    </message>
    <message>
      <source>Cost to own per hour</source>
      <translation>Kosten des Eigentums je Stunde</translation>
    </message>
    <message>
      <source>What one accelerator costs who owns it, software apart: capital, building, energy, staff.</source>
      <translation>Was ein Beschleuniger seinen Eigner kostet, ohne Software: Kapital, Gebäude, Energie, Personal.</translation>
    </message>
    <message>
      <source>Own cost covered</source>
      <translation>Gedeckte Eigenkosten</translation>
    </message>
    <message>
      <source>Share of what the machines cost their owner, interest apart, that the price paid covers.</source>
      <translation>Anteil dessen, was die Maschinen ihren Eigner ohne Zins kosten, den der gezahlte Preis deckt.</translation>
    </message>
    <message>
      <source>Idle capacity</source>
      <translation>Brachliegende Kapazität</translation>
    </message>
    <message>
      <source>Part of the fleet's cost, in all layers, that paid for time without useful work.</source>
      <translation>Teil der Flottenkosten, in allen Schichten, der für Zeit ohne nützliche Arbeit gezahlt wurde.</translation>
    </message>
    <message>
      <source>Idle share of cost</source>
      <translation>Leerlaufanteil der Kosten</translation>
    </message>
    <message>
      <source>Idle capacity over the cost of the fleet.</source>
      <translation>Brachliegende Kapazität geteilt durch die Kosten der Flotte.</translation>
    </message>
    <message>
      <source>Accelerator vendor's gross margin</source>
      <translation>Bruttomarge des Beschleunigerherstellers</translation>
    </message>
    <message>
      <source>What the accelerator's vendor keeps over its price.</source>
      <translation>Was der Hersteller des Beschleunigers behält, geteilt durch dessen Preis.</translation>
    </message>
    <message>
      <source>Build-out per watt</source>
      <translation>Ausbau je Watt</translation>
    </message>
    <message>
      <source>Machines, network, storage and building per watt the facility draws at the most.</source>
      <translation>Maschinen, Netz, Speicher und Gebäude je Watt, das der Standort höchstens aufnimmt.</translation>
    </message>
    <message>
      <source>Requests to the model</source>
      <translation>Anfragen an das Modell</translation>
    </message>
    <message>
      <source>Mean rate of useful requests that no response cache answers.</source>
      <translation>Mittlere Rate nützlicher Anfragen, die kein Antwort-Cache beantwortet.</translation>
    </message>
    <message>
      <source>Input tokens served</source>
      <translation>Bediente Eingabetoken</translation>
    </message>
    <message>
      <source>Mean input tokens of a request when it reaches the model, compression behind it.</source>
      <translation>Mittlere Eingabetoken einer Anfrage, wenn sie das Modell erreicht, nach der Kompression.</translation>
    </message>
    <message>
      <source>Output tokens served</source>
      <translation>Bediente Ausgabetoken</translation>
    </message>
    <message>
      <source>Mean tokens of an answer at the chosen reasoning effort.</source>
      <translation>Mittlere Token einer Antwort beim gewählten Reasoning-Aufwand.</translation>
    </message>
    <message>
      <source>Input found in the prefix cache</source>
      <translation>Eingabe aus dem Präfix-Cache</translation>
    </message>
    <message>
      <source>Share of the input tokens of the model found in the prefix cache, as given or from its size.</source>
      <translation>Anteil der Eingabetoken des Modells, der im Präfix-Cache liegt, wie angegeben oder aus dessen Größe.</translation>
    </message>
    <message>
      <source>Prefix cache of a replica</source>
      <translation>Präfix-Cache eines Replikats</translation>
    </message>
    <message>
      <source>Tokens that HBM, host memory and disk of a replica hold for prefixes; 0 where the share is given.</source>
      <translation>Token, die HBM, Hostspeicher und SSD eines Replikats für Präfixe halten; 0, wo der Anteil angegeben ist.</translation>
    </message>
    <message>
      <source>Time a prefix stays</source>
      <translation>Verweildauer eines Präfixes</translation>
    </message>
    <message>
      <source>How long the prefix cache holds what came in; 0 where the share is given.</source>
      <translation>Wie lange der Präfix-Cache hält, was hereinkam; 0, wo der Anteil angegeben ist.</translation>
    </message>
    <message>
      <source>Reload of a prefix</source>
      <translation>Nachladen eines Präfixes</translation>
    </message>
    <message>
      <source>Mean time a request waits for its prefix to come from host memory or disk.</source>
      <translation>Mittlere Zeit, die eine Anfrage auf ihr Präfix aus Hostspeicher oder SSD wartet.</translation>
    </message>
    <message>
      <source>Cost of the prefix cache</source>
      <translation>Kosten des Präfix-Caches</translation>
    </message>
    <message>
      <source>Holding prefixes in host memory and on disk; HBM is paid with the accelerators.</source>
      <translation>Halten der Präfixe im Hostspeicher und auf SSD; HBM ist mit den Beschleunigern bezahlt.</translation>
    </message>
    <message>
      <source>Cost of look-ups</source>
      <translation>Kosten der Abfragen</translation>
    </message>
    <message>
      <source>Looking every request up in the response cache.</source>
      <translation>Nachschlagen jeder Anfrage im Antwort-Cache.</translation>
    </message>
    <message>
      <source>Compressing the prompts of requests that reach the model.</source>
      <translation>Verdichten der Prompts von Anfragen, die das Modell erreichen.</translation>
    </message>
    <message>
      <source>Cost of the own model</source>
      <translation>Kosten des eigenen Modells</translation>
    </message>
    <message>
      <source>Distilling, spread over the life of the model.</source>
      <translation>Destillation, über die Lebensdauer des Modells verteilt.</translation>
    </message>
    <message>
      <source>Cost of levers</source>
      <translation>Kosten der Hebel</translation>
    </message>
    <message>
      <source>What levers cost by themselves, beside the fleet.</source>
      <translation>Was Hebel für sich kosten, neben der Flotte.</translation>
    </message>
    <message>
      <source>Time to the whole answer</source>
      <translation>Zeit bis zur ganzen Antwort</translation>
    </message>
    <message>
      <source>Mean over all requests, answers from the response cache included.</source>
      <translation>Mittel über alle Anfragen, Antworten aus dem Antwort-Cache eingeschlossen.</translation>
    </message>
    <message>
      <source>Quality kept</source>
      <translation>Erhaltene Qualität</translation>
    </message>
    <message>
      <source>Quality with all levers over that without: the product of one less each loss.</source>
      <translation>Qualität mit allen Hebeln geteilt durch die ohne: das Produkt aus eins minus jedem Verlust.</translation>
    </message>
    <message>
      <source>Good answers before losses</source>
      <translation>Gute Antworten vor Verlusten</translation>
    </message>
    <message>
      <source>Share of good answers of the model as published at the chosen effort.</source>
      <translation>Anteil guter Antworten des Modells, wie veröffentlicht, beim gewählten Aufwand.</translation>
    </message>
    <message>
      <source>Good answers</source>
      <translation>Gute Antworten</translation>
    </message>
    <message>
      <source>Share of answers that serve their purpose.</source>
      <translation>Anteil der Antworten, die ihren Zweck erfüllen.</translation>
    </message>
    <message>
      <source>Bad answers</source>
      <translation>Schlechte Antworten</translation>
    </message>
    <message>
      <source>Share of answers that do not serve their purpose.</source>
      <translation>Anteil der Antworten, die ihren Zweck nicht erfüllen.</translation>
    </message>
    <message>
      <source>What a right decision changes in operations, before realisation, review, errors and other cost.</source>
      <translation>Was eine richtige Entscheidung im Betrieb ändert, vor Realisierung, Prüfung, Fehlern und übrigen Kosten.</translation>
    </message>
    <message>
      <source>Value per decision</source>
      <translation>Wert je Entscheidung</translation>
    </message>
    <message>
      <source>Benefit and spared review as far as they are realised and owed to the model, less what errors, integration and platform cost; tokens come off separately.</source>
      <translation>Nutzen und ersparte Prüfung, soweit sie realisiert und dem Modell zuzurechnen sind, abzüglich dessen, was Fehler, Integration und Plattform kosten; Token gehen getrennt ab.</translation>
    </message>
    <message>
      <source>Tokens per decision</source>
      <translation>Token je Entscheidung</translation>
    </message>
    <message>
      <source>Input and output of all calls that one decision takes.</source>
      <translation>Ein- und Ausgabe aller Aufrufe, die eine Entscheidung braucht.</translation>
    </message>
    <message>
      <source>Tokens paid per decision</source>
      <translation>Bezahlte Token je Entscheidung</translation>
    </message>
    <message>
      <source>What the calls of one decision cost, at own cost or at the list price.</source>
      <translation>Was die Aufrufe einer Entscheidung kosten, zu eigenen Kosten oder zum Listenpreis.</translation>
    </message>
    <message>
      <source>Gain per decision</source>
      <translation>Gewinn je Entscheidung</translation>
    </message>
    <message>
      <source>Value less the tokens it takes.</source>
      <translation>Wert abzüglich der Token, die er braucht.</translation>
    </message>
    <message>
      <source>Value per token dollar</source>
      <translation>Wert je Token-Dollar</translation>
    </message>
    <message>
      <source>Value of a decision over what its tokens cost; below 1 the tokens cost more than they bring.</source>
      <translation>Wert einer Entscheidung geteilt durch das, was ihre Token kosten; unter 1 kosten die Token mehr, als sie bringen.</translation>
    </message>
    <message>
      <source>Value density</source>
      <translation>Wertdichte</translation>
    </message>
    <message>
      <source>Value over all tokens of a decision: the highest price at which they still pay.</source>
      <translation>Wert geteilt durch alle Token einer Entscheidung: der höchste Preis, zu dem sie sich noch lohnen.</translation>
    </message>
    <message>
      <source>List price, all tokens</source>
      <translation>Listenpreis, alle Token</translation>
    </message>
    <message>
      <source>List price of a request's mix of input, cached and output tokens, over all of them.</source>
      <translation>Listenpreis der Mischung aus Eingabe-, Cache- und Ausgabetoken einer Anfrage, geteilt durch alle.</translation>
    </message>
    <message>
      <source>Value over market price</source>
      <translation>Wert zu Marktpreis</translation>
    </message>
    <message>
      <source>Value density over the list price: at or below 1 the use is crushed by competition, for anybody can buy the same tokens for more than they are worth here.</source>
      <translation>Wertdichte geteilt durch den Listenpreis: Bei 1 oder darunter erdrückt der Wettbewerb die Verwendung, denn jeder kann dieselben Token für mehr kaufen, als sie hier wert sind.</translation>
    </message>
    <message>
      <source>Probability to act at</source>
      <translation>Handlungsschwelle</translation>
    </message>
    <message>
      <source>Probability of the event from which acting pays: P x gain &gt; (1 - P) x harm.</source>
      <translation>Wahrscheinlichkeit des Ereignisses, ab der sich Handeln lohnt: P x Gewinn &gt; (1 - P) x Schaden.</translation>
    </message>
    <message>
      <source>Cash released once</source>
      <translation>Einmalig freigesetztes Geld</translation>
    </message>
    <message>
      <source>Collections: money no longer owed because customers pay earlier. It comes once, not every year, and is no part of the benefit; nothing for other decisions.</source>
      <translation>Forderungseinzug: Geld, das nicht mehr geschuldet wird, weil Kunden früher zahlen. Es kommt einmal, nicht jedes Jahr, und ist kein Teil des Nutzens; nichts bei anderen Entscheidungen.</translation>
    </message>
    <message>
      <source>Gain of all decisions</source>
      <translation>Gewinn aller Entscheidungen</translation>
    </message>
    <message>
      <source>Gain per decision over all decisions of the service.</source>
      <translation>Gewinn je Entscheidung über alle Entscheidungen des Dienstes.</translation>
    </message>
    <message>
      <source>Cost of work after a year</source>
      <translation>Kosten der Arbeit nach einem Jahr</translation>
    </message>
    <message>
      <source>Machine cost of the same work a year on over now: price of machines, software and models.</source>
      <translation>Maschinenkosten derselben Arbeit in einem Jahr geteilt durch die heutigen: Preis der Maschinen, Software und Modelle.</translation>
    </message>
    <message>
      <source>Price of a token a year on over now: the fall of cost passed through, or the set factor.</source>
      <translation>Preis eines Tokens in einem Jahr geteilt durch den heutigen: der weitergegebene Fall der Kosten oder der gesetzte Faktor.</translation>
    </message>
    <message>
      <source>Use after a year</source>
      <translation>Nutzung nach einem Jahr</translation>
    </message>
    <message>
      <source>Requests a year on over now: growth at an unchanged price, and more for the lower price.</source>
      <translation>Anfragen in einem Jahr geteilt durch die heutigen: Wachstum bei unverändertem Preis, und mehr durch den niedrigeren Preis.</translation>
    </message>
    <message>
      <source>Spend on machines after a year</source>
      <translation>Ausgaben für Maschinen nach einem Jahr</translation>
    </message>
    <message>
      <source>Machine cost of all work a year on over now; above 1 efficiency and growth feed the suppliers.</source>
      <translation>Maschinenkosten aller Arbeit in einem Jahr geteilt durch die heutigen; über 1 nähren Effizienz und Wachstum die Lieferanten.</translation>
    </message>
    <message>
      <source>Elasticity that feeds suppliers</source>
      <translation>Elastizität, die Lieferanten nährt</translation>
    </message>
    <message>
      <source>Elasticity above which a fall of cost grows spend on machines, where prices follow cost (Jevons).</source>
      <translation>Elastizität, über der ein Fall der Kosten die Ausgaben für Maschinen wachsen lässt, wo Preise den Kosten folgen (Jevons).</translation>
    </message>
    <message>
      <source>What a machine earns after a year</source>
      <translation>Ertrag einer Maschine nach einem Jahr</translation>
    </message>
    <message>
      <source>Revenue of the same machine a year on over now; below 1 + cost of capital it loses value.</source>
      <translation>Umsatz derselben Maschine in einem Jahr geteilt durch den heutigen; unter 1 + Kapitalkostensatz verliert sie an Wert.</translation>
    </message>
    <message>
      <source>Tokens until serving equals training</source>
      <translation>Token, bis Bedienen Training aufwiegt</translation>
    </message>
    <message>
      <source>Tokens served after which serving has used as much hardware time as training did.</source>
      <translation>Bediente Token, nach denen das Bedienen so viel Hardwarezeit verbraucht hat wie das Training.</translation>
    </message>
    <message>
      <source>Time until serving equals training</source>
      <translation>Zeit, bis Bedienen Training aufwiegt</translation>
    </message>
    <message>
      <source>How long this service takes for that many tokens.</source>
      <translation>Wie lange dieser Dienst für so viele Token braucht.</translation>
    </message>
    <message>
      <source>Training bill</source>
      <translation>Trainingsrechnung</translation>
    </message>
    <message>
      <source>Training of the models served, spread over their life; in the industry's proportion or of its own.</source>
      <translation>Training der bedienten Modelle, über ihre Lebensdauer verteilt; im Verhältnis der Branche oder ein eigenes.</translation>
    </message>
    <message>
      <source>Inference in the compute bill</source>
      <translation>Inferenz an der Compute-Rechnung</translation>
    </message>
    <message>
      <source>Spend on serving over serving and training, once models follow each other steadily.</source>
      <translation>Ausgaben für das Bedienen geteilt durch die für Bedienen und Training, sobald Modelle einander gleichmäßig folgen.</translation>
    </message>
    <message>
      <source>TTFT over its limit</source>
      <translation>TTFT zu ihrer Grenze</translation>
    </message>
    <message>
      <source>TTFT at the chosen percentile over the limit.</source>
      <translation>TTFT beim gewählten Perzentil geteilt durch die Grenze.</translation>
    </message>
    <message>
      <source>TPOT over its limit</source>
      <translation>TPOT zu ihrer Grenze</translation>
    </message>
    <message>
      <source>TPOT at the chosen percentile over the limit.</source>
      <translation>TPOT beim gewählten Perzentil geteilt durch die Grenze.</translation>
    </message>
    <message>
      <source>Feasible</source>
      <translation>Zulässig</translation>
    </message>
    <message>
      <source>1 where every limit holds.</source>
      <translation>1, wo jede Grenze hält.</translation>
    </message>
    <message>
      <source>Stopped by</source>
      <translation>Hindernis</translation>
    </message>
    <message>
      <source>The limit that stops the point; 0 where none does.</source>
      <translation>Die Grenze, die den Punkt verhindert; 0, wo keine es tut.</translation>
    </message>
    <message>
      <source>Requests by tier</source>
      <translation>Anfragen nach Stufe</translation>
    </message>
    <message>
      <source>Construction of the building</source>
      <translation>Bau des Gebäudes</translation>
    </message>
    <message>
      <source>Price of the server</source>
      <translation>Preis des Servers</translation>
    </message>
    <message>
      <source>memory bandwidth</source>
      <translation>Speicherbandbreite</translation>
    </message>
    <message>
      <source>arithmetic</source>
      <translation>Arithmetik</translation>
    </message>
    <message>
      <source>interconnect</source>
      <translation>Interconnect</translation>
    </message>
    <message>
      <source>host and launch overhead</source>
      <translation>Host- und Startoverhead</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <source>memory</source>
      <translation>Speicher</translation>
    </message>
    <message>
      <source>capacity</source>
      <translation>Kapazität</translation>
    </message>
    <message>
      <source>parallel layout</source>
      <translation>paralleles Layout</translation>
    </message>
    <message>
      <source>quality floor</source>
      <translation>Qualitätsschwelle</translation>
    </message>
    <message>
      <source>Azure 2023 conversation 1,155, code 2,048; retrieval adds 4k-8k</source>
      <translation>Azure 2023 Konversation 1,155, Code 2,048; Retrieval fügt 4k-8k hinzu</translation>
    </message>
    <message>
      <source>chat median 300 (IQR 129-618), reasoning median 5,000 (theory 7)</source>
      <translation>Chat Median 300 (Quartile 129-618), Reasoning Median 5,000 (Theorie 7)</translation>
    </message>
    <message>
      <source>DeepSeek on-disk cache 56 % (342 of 608 billion tokens), theory 4</source>
      <translation>DeepSeek, Cache auf SSD: 56 % (342 von 608 Milliarden Token), Theorie 4</translation>
    </message>
    <message>
      <source>Azure 2023 conversation 0.96</source>
      <translation>Azure 2023, Konversation 0.96</translation>
    </message>
    <message>
      <source>Azure 2023 conversation 0.77</source>
      <translation>Azure 2023, Konversation 0.77</translation>
    </message>
    <message>
      <source>Azure 2024: coding 3.01, conversation 1.66 by the hour; DeepSeek 1.23</source>
      <translation>Azure 2024, stündlich: Code 3.01, Konversation 1.66; DeepSeek 1.23</translation>
    </message>
    <message>
      <source>Azure 2023 conversation 1.09</source>
      <translation>Azure 2023, Konversation 1.09</translation>
    </message>
    <message>
      <source>theory 3.2: 1 and 3 h on Azure 2024</source>
      <translation>Theorie 3.2: 1 und 3 h auf Azure 2024</translation>
    </message>
    <message>
      <source>from memory: local flash 3 GB/s, object storage over 100 Gbit/s 1.5 GB/s per accelerator</source>
      <translation>aus dem Gedächtnis: lokaler Flash 3 GB/s, Objektspeicher über 100 Gbit/s 1.5 GB/s je Beschleuniger</translation>
    </message>
    <message>
      <source>Azure 2024 by the minute: conversation 16, coding 164 (theory 3.3)</source>
      <translation>Azure 2024, minütlich: Konversation 16, Code 164 (Theorie 3.3)</translation>
    </message>
    <message>
      <source>from memory: lead time of accelerators</source>
      <translation>aus dem Gedächtnis: Lieferzeit von Beschleunigern</translation>
    </message>
    <message>
      <source>batch interfaces: half the price</source>
      <translation>Batch-Schnittstellen: halber Preis</translation>
    </message>
    <message>
      <source>theory 4: 1.5-2, from memory</source>
      <translation>Theorie 4: 1.5-2, aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>30-50 ms reads faster than a person; MLPerf 40-200 ms</source>
      <translation>30-50 ms liest sich schneller, als ein Mensch liest; MLPerf 40-200 ms</translation>
    </message>
    <message>
      <source>MLPerf interactive 0.45-2 s</source>
      <translation>MLPerf interaktiv 0.45-2 s</translation>
    </message>
    <message>
      <source>RouteLLM; FrugalGPT</source>
      <translation>RouteLLM; FrugalGPT</translation>
    </message>
    <message>
      <source>RouteLLM: 14 % of calls to the strong model keep 95 % of GPT-4's quality on MT-Bench</source>
      <translation>RouteLLM: 14 % der Aufrufe an das starke Modell halten 95 % der Qualität von GPT-4 auf MT-Bench</translation>
    </message>
    <message>
      <source>cascades in production save 30-70 %; a guess within that</source>
      <translation>Kaskaden im Betrieb sparen 30-70 %; eine Schätzung darin</translation>
    </message>
    <message>
      <source>RouteLLM on MT-Bench: half of the gap in quality with 13 % strong calls [M], here 0.42; GSM8K and MMLU nearer to 0.2</source>
      <translation>RouteLLM auf MT-Bench: halbe Qualitätslücke mit 13 % starken Aufrufen [M], hier 0.42; GSM8K und MMLU näher an 0.2</translation>
    </message>
    <message>
      <source>list price of text embedding, about 0.02 $/M tokens [M], times 1,000 tokens read</source>
      <translation>Listenpreis von Text-Embeddings, etwa 0.02 $/M Token [M], mal 1,000 gelesene Token</translation>
    </message>
    <message>
      <source>one pass of an encoder of 0.1-0.5 B parameters, 5-50 ms [M]</source>
      <translation>ein Durchlauf eines Encoders mit 0.1-0.5 B Parametern, 5-50 ms [M]</translation>
    </message>
    <message>
      <source>list price of text embedding, about 0.02 $/M tokens [M], times 1,000 tokens read of request and answer, twice for a judge of the size of a small model</source>
      <translation>Listenpreis von Text-Embeddings, etwa 0.02 $/M Token [M], mal 1,000 gelesene Token aus Anfrage und Antwort, doppelt für einen Prüfer von der Größe eines kleinen Modells</translation>
    </message>
    <message>
      <source>one pass over request and answer by a small model, 20-200 ms [M]</source>
      <translation>ein Durchlauf eines kleinen Modells über Anfrage und Antwort, 20-200 ms [M]</translation>
    </message>
    <message>
      <source>DeepSeek-V3.2: 128 a layer</source>
      <translation>DeepSeek-V3.2: 128 je Schicht</translation>
    </message>
    <message>
      <source>DeepSeek-V3.2: 64 heads of 128 a layer</source>
      <translation>DeepSeek-V3.2: 64 Köpfe zu 128 je Schicht</translation>
    </message>
    <message>
      <source>guess from size: 0.61 + 0.105 x log10(billions of parameters), through published MMLU of Llama 3.1 8B, 70B and 405B (0.69, 0.84, 0.87) [M]</source>
      <translation>Schätzung aus der Größe: 0.61 + 0.105 x log10(Milliarden Parameter), durch veröffentlichte MMLU von Llama 3.1 8B, 70B und 405B (0.69, 0.84, 0.87) [M]</translation>
    </message>
    <message>
      <source>H100 index mid-2026 2.60 $/h</source>
      <translation>H100-Index Mitte 2026 2.60 $/h</translation>
    </message>
    <message>
      <source>H100 25-30 k$ (2026-05)</source>
      <translation>H100 25-30 k$ (2026-05)</translation>
    </message>
    <message>
      <source>server price over accelerators, less accelerator and network adapter</source>
      <translation>Serverpreis je Beschleuniger, abzüglich Beschleuniger und Netzadapter</translation>
    </message>
    <message>
      <source>InferenceX: H100 1,370 W per GPU</source>
      <translation>InferenceX: H100 1,370 W je GPU</translation>
    </message>
    <message>
      <source>InferenceX golden acceptance lengths: 0.77-0.95</source>
      <translation>InferenceX, goldene Annahmelängen: 0.77-0.95</translation>
    </message>
    <message>
      <source>InferenceX golden acceptance lengths: 0.73-0.98</source>
      <translation>InferenceX, goldene Annahmelängen: 0.73-0.98</translation>
    </message>
    <message>
      <source>one layer of 61 and the head of DeepSeek-V3</source>
      <translation>eine von 61 Schichten und der Kopf von DeepSeek-V3</translation>
    </message>
    <message>
      <source>SGLang --scheduler-recv-interval, 1 unless set</source>
      <translation>SGLang --scheduler-recv-interval, 1, wenn nicht gesetzt</translation>
    </message>
    <message>
      <source>TensorRT-LLM stream_interval, SGLang --stream-interval; 1 where the first is sent on its own</source>
      <translation>TensorRT-LLM stream_interval, SGLang --stream-interval; 1, wo das erste für sich gesendet wird</translation>
    </message>
    <message>
      <source>TensorRT-LLM batch_wait_timeout_iters and attention_dp_config.timeout_iters, 0 unless set</source>
      <translation>TensorRT-LLM batch_wait_timeout_iters und attention_dp_config.timeout_iters, 0, wenn nicht gesetzt</translation>
    </message>
    <message>
      <source>0.05-0.3, from memory (theory 4) [M]</source>
      <translation>0.05-0.3, aus dem Gedächtnis (Theorie 4) [M]</translation>
    </message>
    <message>
      <source>100 tokens at 0.02 $/M and a vector search, from memory [M]</source>
      <translation>100 Token zu 0.02 $/M und eine Vektorsuche, aus dem Gedächtnis [M]</translation>
    </message>
    <message>
      <source>embedding 10-20 ms and search 5-10 ms, from memory [M]</source>
      <translation>Embedding 10-20 ms und Suche 5-10 ms, aus dem Gedächtnis [M]</translation>
    </message>
    <message>
      <source>from memory [M]</source>
      <translation>aus dem Gedächtnis [M]</translation>
    </message>
    <message>
      <source>0.5-0.9, from memory (theory 4) [M]</source>
      <translation>0.5-0.9, aus dem Gedächtnis (Theorie 4) [M]</translation>
    </message>
    <message>
      <source>price of a small encoder by the token, from memory [M]</source>
      <translation>Tokenpreis eines kleinen Encoders, aus dem Gedächtnis [M]</translation>
    </message>
    <message>
      <source>0.5 B encoder at 1.1 GFLOP a token and 55 TFLOP/s, derived</source>
      <translation>Encoder mit 0.5 B bei 1.1 GFLOP je Token und 55 TFLOP/s, abgeleitet</translation>
    </message>
    <message>
      <source>LLMLingua on GSM8K: 2 % at a fifth of the prompt, from memory [M]</source>
      <translation>LLMLingua auf GSM8K: 2 % bei einem Fünftel des Prompts, aus dem Gedächtnis [M]</translation>
    </message>
    <message>
      <source>3-20 (theory 4); ML.ENERGY 9.7</source>
      <translation>3-20 (Theorie 4); ML.ENERGY 9.7</translation>
    </message>
    <message>
      <source>theory 4 says that it rises; the factor is from memory [M]</source>
      <translation>Theorie 4 sagt, dass sie steigt; der Faktor ist aus dem Gedächtnis [M]</translation>
    </message>
    <message>
      <source>Mooncake FAST25 traces, hit rates computed at 0.5, 1.5, 5.1, 15 and 26 M tokens</source>
      <translation>Mooncake-Traces der FAST25, Trefferquoten berechnet bei 0.5, 1.5, 5.1, 15 und 26 M Token</translation>
    </message>
    <message>
      <source>Mooncake conversation 0.37-0.40, synthetic 0.64-0.66, coding agents 0.96, DeepSeek 0.56</source>
      <translation>Mooncake Konversation 0.37-0.40, synthetisch 0.64-0.66, Coding-Agenten 0.96, DeepSeek 0.56</translation>
    </message>
    <message>
      <source>a quarter of 4 TB for eight accelerators, from memory [M]</source>
      <translation>ein Viertel von 4 TB für acht Beschleuniger, aus dem Gedächtnis [M]</translation>
    </message>
    <message>
      <source>a quarter of a 4 TB drive each, from memory [M]</source>
      <translation>je ein Viertel eines 4-TB-Laufwerks, aus dem Gedächtnis [M]</translation>
    </message>
    <message>
      <source>7 $/GB of server DRAM over four years, from memory [M]</source>
      <translation>7 $/GB Server-DRAM über vier Jahre, aus dem Gedächtnis [M]</translation>
    </message>
    <message>
      <source>0.15-0.3 $/GB of NVMe over five years with spares, from memory [M]</source>
      <translation>0.15-0.3 $/GB NVMe über fünf Jahre mit Ersatz, aus dem Gedächtnis [M]</translation>
    </message>
    <message>
      <source>half of PCIe 5.0 x16, from memory [M]</source>
      <translation>die Hälfte von PCIe 5.0 x16, aus dem Gedächtnis [M]</translation>
    </message>
    <message>
      <source>one NVMe drive reads 5-7 GB/s, from memory [M]</source>
      <translation>ein NVMe-Laufwerk liest 5-7 GB/s, aus dem Gedächtnis [M]</translation>
    </message>
    <message>
      <source>lossless at all scales, 500k evaluations of Llama 3.1 (arXiv 2411.02355)</source>
      <translation>verlustfrei in allen Größen, 500k Auswertungen von Llama 3.1 (arXiv 2411.02355)</translation>
    </message>
    <message>
      <source>1-3 %, arXiv 2411.02355</source>
      <translation>1-3 %, arXiv 2411.02355</translation>
    </message>
    <message>
      <source>below 1 % against FP8 for large models, NVIDIA, seen second hand</source>
      <translation>unter 1 % gegen FP8 bei großen Modellen, NVIDIA, aus zweiter Hand</translation>
    </message>
    <message>
      <source>competitive with 8 bits, arXiv 2411.02355; the figure is from memory [M]</source>
      <translation>gleichauf mit 8 Bit, arXiv 2411.02355; die Zahl ist aus dem Gedächtnis [M]</translation>
    </message>
    <message>
      <source>kernel timings: H100 .76-.83 by engine</source>
      <translation>Kernel-Messungen: H100 .76-.83 je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: H100 .48-.71 by engine</source>
      <translation>Kernel-Messungen: H100 .48-.71 je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: B200 .44-.47 by engine</source>
      <translation>Kernel-Messungen: B200 .44-.47 je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: H100 .85-.89 by engine</source>
      <translation>Kernel-Messungen: H100 .85-.89 je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: H100 .67-.81 by engine</source>
      <translation>Kernel-Messungen: H100 .67-.81 je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: B200 .40-.64 by engine</source>
      <translation>Kernel-Messungen: B200 .40-.64 je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: H100 3.2-3.4 by engine</source>
      <translation>Kernel-Messungen: H100 3.2-3.4 je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: H100 2.5-6.2 by engine</source>
      <translation>Kernel-Messungen: H100 2.5-6.2 je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: B200 3.6-7 by engine</source>
      <translation>Kernel-Messungen: B200 3.6-7 je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: H100 .79-.88 by engine</source>
      <translation>Kernel-Messungen: H100 .79-.88 je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: H100 .61-.77 by engine</source>
      <translation>Kernel-Messungen: H100 .61-.77 je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: H100 .65-.74 by engine</source>
      <translation>Kernel-Messungen: H100 .65-.74 je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: H100 8-16 us by engine</source>
      <translation>Kernel-Messungen: H100 8-16 us je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: H100 1,400-2,600 by engine</source>
      <translation>Kernel-Messungen: H100 1,400-2,600 je nach Engine</translation>
    </message>
    <message>
      <source>kernel timings: H100 .82-.90</source>
      <translation>Kernel-Messungen: H100 .82-.90</translation>
    </message>
    <message>
      <source>kernel timings: H100 .54-.59</source>
      <translation>Kernel-Messungen: H100 .54-.59</translation>
    </message>
    <message>
      <source>kernel timings: H100 .33, which is BF16 at .66; B200 .45</source>
      <translation>Kernel-Messungen: H100 .33, also BF16 bei .66; B200 .45</translation>
    </message>
    <message>
      <source>kernel timings: H100 .80</source>
      <translation>Kernel-Messungen: H100 .80</translation>
    </message>
    <message>
      <source>kernel timings: H100 .73 by blocks</source>
      <translation>Kernel-Messungen: H100 .73 nach Blöcken</translation>
    </message>
    <message>
      <source>kernel timings: H100 .54 MXFP4, B200 .52 NVFP4</source>
      <translation>Kernel-Messungen: H100 .54 MXFP4, B200 .52 NVFP4</translation>
    </message>
    <message>
      <source>kernel timings: H100 .58</source>
      <translation>Kernel-Messungen: H100 .58</translation>
    </message>
    <message>
      <source>grouped products of DeepSeek-V3's experts on H800</source>
      <translation>gruppierte Produkte der Experten von DeepSeek-V3 auf H800</translation>
    </message>
    <message>
      <source>kernel timings: B200 .31</source>
      <translation>Kernel-Messungen: B200 .31</translation>
    </message>
    <message>
      <source>theory performance 2.2</source>
      <translation>Theorie der Leistung 2.2</translation>
    </message>
    <message>
      <source>kernel timings: H100 .62 to 64 MB, .79 beyond</source>
      <translation>Kernel-Messungen: H100 .62 bis 64 MB, .79 darüber</translation>
    </message>
    <message>
      <source>DeepEP of low latency: H100 .57, B200 .68</source>
      <translation>DeepEP mit niedriger Latenz: H100 .57, B200 .68</translation>
    </message>
    <message>
      <source>DeepEP of low latency: H100 .99 over two to eight servers</source>
      <translation>DeepEP mit niedriger Latenz: H100 .99 über zwei bis acht Server</translation>
    </message>
    <message>
      <source>kernel timings: H100 2.8-4.5 by engine</source>
      <translation>Kernel-Messungen: H100 2.8-4.5 je nach Engine</translation>
    </message>
    <message>
      <source>DeepEP of low latency: H100 11.6 us</source>
      <translation>DeepEP mit niedriger Latenz: H100 11.6 us</translation>
    </message>
    <message>
      <source>DeepEP of low latency: H100 13 us over two to eight servers</source>
      <translation>DeepEP mit niedriger Latenz: H100 13 us über zwei bis acht Server</translation>
    </message>
    <message>
      <source>as drivers report it of idle H100 boards</source>
      <translation>wie Treiber sie für H100-Boards im Leerlauf melden</translation>
    </message>
    <message>
      <source>fitted to measured board power</source>
      <translation>an gemessene Board-Leistung angepasst</translation>
    </message>
    <message>
      <source>operator table: H200 board power against arithmetic and traffic</source>
      <translation>Operatortabelle: Leistung des H200-Boards gegen Arithmetik und Speicherverkehr</translation>
    </message>
    <message>
      <source>fitted on closed-loop benchmarks, all engines alike</source>
      <translation>an Closed-Loop-Benchmarks angepasst, alle Engines gleich</translation>
    </message>
    <message>
      <source>fitted on closed-loop benchmarks, all engines alike: below 1 us</source>
      <translation>an Closed-Loop-Benchmarks angepasst, alle Engines gleich: unter 1 us</translation>
    </message>
    <message>
      <source>theory performance 2.7: cannot be told from step time on equal depths</source>
      <translation>Theorie der Leistung 2.7: bei gleichen Tiefen nicht von der Schrittzeit zu trennen</translation>
    </message>
    <message>
      <source>TTFT of short prompts on 2024-2026 engines</source>
      <translation>TTFT kurzer Prompts auf Engines von 2024-2026</translation>
    </message>
    <message>
      <source>TTFT of short prompts at low load on 2024-2026 engines</source>
      <translation>TTFT kurzer Prompts bei niedriger Last auf Engines von 2024-2026</translation>
    </message>
    <message>
      <source>kernels timed alone</source>
      <translation>einzeln gemessene Kernel</translation>
    </message>
    <message>
      <source>none beyond the kernels counted</source>
      <translation>keine über die gezählten Kernel hinaus</translation>
    </message>
    <message>
      <source>none beyond the time of any step</source>
      <translation>keine über die Zeit jedes Schritts hinaus</translation>
    </message>
    <message>
      <source>kernels measured</source>
      <translation>gemessene Kernel</translation>
    </message>
    <message>
      <source>kernels since 2024 share it</source>
      <translation>Kernel seit 2024 teilen ihn</translation>
    </message>
    <message>
      <source>kernels since 2024 always cut</source>
      <translation>Kernel seit 2024 zerlegen immer</translation>
    </message>
    <message>
      <source>even routing</source>
      <translation>gleichmäßiges Routing</translation>
    </message>
    <message>
      <source>theory performance 4: 3.5 GiB + 0.35 GiB</source>
      <translation>Theorie der Leistung 4: 3.5 GiB + 0.35 GiB</translation>
    </message>
    <message>
      <source>TensorRT-LLM: GUARANTEED_NO_EVICT; vLLM and SGLang make way</source>
      <translation>TensorRT-LLM: GUARANTEED_NO_EVICT; vLLM und SGLang weichen</translation>
    </message>
    <message>
      <source>vLLM 0.9 of total, TensorRT-LLM 0.9 of free</source>
      <translation>vLLM 0.9 des gesamten, TensorRT-LLM 0.9 des freien</translation>
    </message>
    <message>
      <source>theory performance 2.5: 1.07-1.27 at 1k tokens</source>
      <translation>Theorie der Leistung 2.5: 1.07-1.27 bei 1k Token</translation>
    </message>
    <message>
      <source>Azure 2024 shapes, 1 h lead: 0.91-0.96</source>
      <translation>Formen von Azure 2024, 1 h Vorlauf: 0.91-0.96</translation>
    </message>
    <message>
      <source>theory 3.1: 5-12 % for 16-64 replicas</source>
      <translation>Theorie 3.1: 5-12 % bei 16-64 Replikaten</translation>
    </message>
    <message>
      <source>service agreements 99.9 %; public status pages 98.9-99.9 % (theory 3.1)</source>
      <translation>Dienstvereinbarungen 99.9 %; öffentliche Statusseiten 98.9-99.9 % (Theorie 3.1)</translation>
    </message>
    <message>
      <source>Llama 3: 419 interruptions of 16,384 H100 in 54 days</source>
      <translation>Llama 3: 419 Unterbrechungen von 16,384 H100 in 54 Tagen</translation>
    </message>
    <message>
      <source>theory 3.1: 1-4 h</source>
      <translation>Theorie 3.1: 1-4 h</translation>
    </message>
    <message>
      <source>from memory: a shift</source>
      <translation>aus dem Gedächtnis: eine Schicht</translation>
    </message>
    <message>
      <source>theory 3.1: 24 h</source>
      <translation>Theorie 3.1: 24 h</translation>
    </message>
    <message>
      <source>from memory: 3-4 hours a month</source>
      <translation>aus dem Gedächtnis: 3-4 Stunden im Monat</translation>
    </message>
    <message>
      <source>theory 3.1: public interfaces are 0.1-0.8 % unavailable, common causes dominate</source>
      <translation>Theorie 3.1: öffentliche Schnittstellen sind 0.1-0.8 % nicht verfügbar, gemeinsame Ursachen überwiegen</translation>
    </message>
    <message>
      <source>H100 on demand over one year at five hosts, list prices 2026-09: 1.18-1.56, median 1.35</source>
      <translation>H100 auf Abruf gegen Bindung über ein Jahr bei fünf Anbietern, Listenpreise 2026-09: 1.18-1.56, Median 1.35</translation>
    </message>
    <message>
      <source>none: reserved capacity costs 1, capacity on demand 0</source>
      <translation>keine: reservierte Kapazität kostet 1, Kapazität auf Abruf 0</translation>
    </message>
    <message>
      <source>theory 2.4: waiting explodes above 0.95 of capacity</source>
      <translation>Theorie 2.4: über 0.95 der Kapazität explodiert das Warten</translation>
    </message>
    <message>
      <source>H100 NDR two tiers 4,248 $ per GPU</source>
      <translation>H100 NDR, zwei Ebenen, 4,248 $ je GPU</translation>
    </message>
    <message>
      <source>93 W with NIC at two tiers, 133 W at three, less 25 W of a 400G NIC</source>
      <translation>93 W mit NIC bei zwei Ebenen, 133 W bei drei, abzüglich 25 W einer 400G-NIC</translation>
    </message>
    <message>
      <source>1,687.5 of 4,247.5 $ (cluster price sheet of 2024-08, two tiers)</source>
      <translation>1,687.5 von 4,247.5 $ (Cluster-Preisblatt von 2024-08, zwei Ebenen)</translation>
    </message>
    <message>
      <source>every link of the sheet is optical</source>
      <translation>jeder Link des Preisblatts ist optisch</translation>
    </message>
    <message>
      <source>eight rails of an eight-accelerator server; MI455X: eight planes</source>
      <translation>acht Rails eines Servers mit acht Beschleunigern; MI455X: acht Planes</translation>
    </message>
    <message>
      <source>2-3 m inside a rack, 20-50 m to the end of a row or across rails</source>
      <translation>2-3 m in einem Rack, 20-50 m bis ans Ende einer Reihe oder über Rails</translation>
    </message>
    <message>
      <source>a hall of a few thousand accelerators</source>
      <translation>eine Halle mit einigen tausend Beschleunigern</translation>
    </message>
    <message>
      <source>64 x 400G of 32 twin-port cages</source>
      <translation>64 x 400G aus 32 Twin-Port-Schächten</translation>
    </message>
    <message>
      <source>NDR</source>
      <translation>NDR</translation>
    </message>
    <message>
      <source>cluster price sheet of 2024-08: 36,000 $; about 50,000 $ from NVIDIA</source>
      <translation>Cluster-Preisblatt von 2024-08: 36,000 $; etwa 50,000 $ bei NVIDIA</translation>
    </message>
    <message>
      <source>700 and 750 W in public pages; 1,720 W with modules at the most</source>
      <translation>700 und 750 W auf öffentlichen Seiten; 1,720 W mit Modulen als Höchstwert</translation>
    </message>
    <message>
      <source>guess: two of a hundred a year</source>
      <translation>Schätzung: zwei von hundert im Jahr</translation>
    </message>
    <message>
      <source>ConnectX-7</source>
      <translation>ConnectX-7</translation>
    </message>
    <message>
      <source>1,500-2,000 $, from memory</source>
      <translation>1,500-2,000 $, aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>20-26 W</source>
      <translation>20-26 W</translation>
    </message>
    <message>
      <source>Llama 3 training: 7 events in 21.2 million GPU-hours</source>
      <translation>Training von Llama 3: 7 Ereignisse in 21.2 Millionen GPU-Stunden</translation>
    </message>
    <message>
      <source>400G module 600-800 $; cluster price sheet of 2024-08 taken apart: 700 $</source>
      <translation>400G-Modul 600-800 $; zerlegtes Cluster-Preisblatt von 2024-08: 700 $</translation>
    </message>
    <message>
      <source>8-12 W</source>
      <translation>8-12 W</translation>
    </message>
    <message>
      <source>vendors' FIT sums 0.5-2 % a year; with flapping links up to 20 %</source>
      <translation>FIT-Summen der Hersteller 0.5-2 % im Jahr; mit flatternden Links bis 20 %</translation>
    </message>
    <message>
      <source>DR4</source>
      <translation>DR4</translation>
    </message>
    <message>
      <source>800G twin-port modules in NDR switches</source>
      <translation>800G-Twin-Port-Module in NDR-Switches</translation>
    </message>
    <message>
      <source>cluster price sheet of 2024-08: 2,560 $ of links at two tiers, 3,800 $ at three</source>
      <translation>Cluster-Preisblatt von 2024-08: 2,560 $ für Links bei zwei Ebenen, 3,800 $ bei drei</translation>
    </message>
    <message>
      <source>800G DR8 14-18 W</source>
      <translation>800G DR8 14-18 W</translation>
    </message>
    <message>
      <source>DR8</source>
      <translation>DR8</translation>
    </message>
    <message>
      <source>industry 1.54, Google 1.09, new liquid-cooled 1.15</source>
      <translation>Branche 1.54, Google 1.09, neu mit Flüssigkühlung 1.15</translation>
    </message>
    <message>
      <source>US industrial 0.07-0.10</source>
      <translation>USA, Industrie 0.07-0.10</translation>
    </message>
    <message>
      <source>US wholesale 80-196, 130</source>
      <translation>USA, Wholesale 80-196, 130</translation>
    </message>
    <message>
      <source>construction holds the usual plot; 0.3 million $ an acre at 1-2 MW is 150-300 [from memory]</source>
      <translation>der Bau enthält das übliche Grundstück; 0.3 Millionen $ je Acre bei 1-2 MW sind 150-300 [aus dem Gedächtnis]</translation>
    </message>
    <message>
      <source>theory 1.5: staff and maintenance 5-8 % of capital a year, machines included</source>
      <translation>Theorie 1.5: Personal und Wartung 5-8 % des Kapitals im Jahr, Maschinen eingeschlossen</translation>
    </message>
    <message>
      <source>theory 1.5: 0.7 of nameplate</source>
      <translation>Theorie 1.5: 0.7 der Nennleistung</translation>
    </message>
    <message>
      <source>theory 3.3: P(demand &gt; base) = own cost / rent</source>
      <translation>Theorie 3.3: P(Nachfrage &gt; Grundlast) = eigene Kosten / Miete</translation>
    </message>
    <message>
      <source>Azure 2024 shapes: 0.80-0.91 with three hours of lead</source>
      <translation>Formen von Azure 2024: 0.80-0.91 mit drei Stunden Vorlauf</translation>
    </message>
    <message>
      <source>theory 1.1: 5-15 %</source>
      <translation>Theorie 1.1: 5-15 %</translation>
    </message>
    <message>
      <source>contracts of one to three years are usual; beyond, the market's rent is paid</source>
      <translation>üblich sind Verträge über ein bis drei Jahre; danach wird die Miete des Marktes gezahlt</translation>
    </message>
    <message>
      <source>Amazon 5, Meta 5.5, Google and Microsoft 6, Nebius 4</source>
      <translation>Amazon 5, Meta 5.5, Google und Microsoft 6, Nebius 4</translation>
    </message>
    <message>
      <source>theory 1.5: 0-25 %</source>
      <translation>Theorie 1.5: 0-25 %</translation>
    </message>
    <message>
      <source>theory 1.5: 8-14 %</source>
      <translation>Theorie 1.5: 8-14 %</translation>
    </message>
    <message>
      <source>theory 1.5: staff and maintenance 5-8 % of capital a year</source>
      <translation>Theorie 1.5: Personal und Wartung 5-8 % des Kapitals im Jahr</translation>
    </message>
    <message>
      <source>theory 1.5</source>
      <translation>Theorie 1.5</translation>
    </message>
    <message>
      <source>an engineer 260,000 $ a year all in (US)</source>
      <translation>ein Ingenieur 260,000 $ im Jahr, alles eingerechnet (USA)</translation>
    </message>
    <message>
      <source>US federal 21 %</source>
      <translation>USA, Bundessteuer 21 %</translation>
    </message>
    <message>
      <source>object storage 0.023 $/GB-month [from memory]; block storage 0.08</source>
      <translation>Objektspeicher 0.023 $/GB-Monat [aus dem Gedächtnis]; Blockspeicher 0.08</translation>
    </message>
    <message>
      <source>H100: 300 $ (siliconanalysts.com cost bridge)</source>
      <translation>H100: 300 $ (Kostenbrücke von siliconanalysts.com)</translation>
    </message>
    <message>
      <source>H100: about 1,370 $, 1,350 $ of the stated total (siliconanalysts.com cost bridge)</source>
      <translation>H100: etwa 1,370 $, 1,350 $ der angegebenen Summe (Kostenbrücke von siliconanalysts.com)</translation>
    </message>
    <message>
      <source>H100: CoWoS 750 $, test and the rest 920 $ (siliconanalysts.com cost bridge)</source>
      <translation>H100: CoWoS 750 $, Test und Übriges 920 $ (Kostenbrücke von siliconanalysts.com)</translation>
    </message>
    <message>
      <source>none: NVIDIA buys from the foundry itself</source>
      <translation>keine: NVIDIA kauft selbst bei der Foundry</translation>
    </message>
    <message>
      <source>guess: two processors of 5,200 $ together in a server of 51,000 $ without accelerators</source>
      <translation>Schätzung: zwei Prozessoren für zusammen 5,200 $ in einem Server für 51,000 $ ohne Beschleuniger</translation>
    </message>
    <message>
      <source>guess: four switch chips and their board</source>
      <translation>Schätzung: vier Switch-Chips und ihr Board</translation>
    </message>
    <message>
      <source>Bernstein: 50 % for a custom part against 70 % of a merchant's; others guesses</source>
      <translation>Bernstein: 50 % für ein kundeneigenes Teil gegen 70 % bei einem frei verkauften; übrige Schätzungen</translation>
    </message>
    <message>
      <source>12 M$/MW in the US (Cushman &amp; Wakefield), world 11.3 (JLL 2026); GB200 halls up to 19</source>
      <translation>12 M$/MW in den USA (Cushman &amp; Wakefield), weltweit 11.3 (JLL 2026); GB200-Hallen bis 19</translation>
    </message>
    <message>
      <source>mechanical and electrical 15-20 years, tax life of the shell 39</source>
      <translation>Mechanik und Elektrik 15-20 Jahre, steuerliche Nutzungsdauer des Rohbaus 39</translation>
    </message>
    <message>
      <source>gensets 6, transformers 5, UPS 4, gear 6 of 41.6 % of a data-centre dollar (Bernstein)</source>
      <translation>Generatoren 6, Transformatoren 5, USV 4, Schaltanlagen 6 von 41.6 % eines Rechenzentrumsdollars (Bernstein)</translation>
    </message>
    <message>
      <source>10 of 41.6 % of a data-centre dollar, from memory</source>
      <translation>10 von 41.6 % eines Rechenzentrumsdollars, aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>open 70B class, median of 15 hosts 2026-11 (genai-prices 0.2.3)</source>
      <translation>offene 70B-Klasse, Median von 15 Anbietern 2026-11 (genai-prices 0.2.3)</translation>
    </message>
    <message>
      <source>half of the input price (genai-prices 0.2.3)</source>
      <translation>die Hälfte des Eingabepreises (genai-prices 0.2.3)</translation>
    </message>
    <message>
      <source>a gateway takes 5.5 % of what is paid in [from memory]</source>
      <translation>ein Gateway nimmt 5.5 % der Einzahlung [aus dem Gedächtnis]</translation>
    </message>
    <message>
      <source>hosts of 70B models 0.3-1.2 s [from memory]</source>
      <translation>Anbieter von 70B-Modellen 0.3-1.2 s [aus dem Gedächtnis]</translation>
    </message>
    <message>
      <source>hosts of 70B models 40-150 tokens/s [from memory]</source>
      <translation>Anbieter von 70B-Modellen 40-150 Token/s [aus dem Gedächtnis]</translation>
    </message>
    <message>
      <source>Anthropic: 1.25 for five minutes, 2 for an hour; most others charge nothing</source>
      <translation>Anthropic: 1.25 für fünf Minuten, 2 für eine Stunde; die meisten anderen berechnen nichts</translation>
    </message>
    <message>
      <source>200,000 tokens with several makers (genai-prices 0.2.3)</source>
      <translation>200,000 Token bei mehreren Herstellern (genai-prices 0.2.3)</translation>
    </message>
    <message>
      <source>2 with the makers that tell short prompts from long ones (genai-prices 0.2.3)</source>
      <translation>2 bei den Herstellern, die kurze von langen Prompts unterscheiden (genai-prices 0.2.3)</translation>
    </message>
    <message>
      <source>an agent or a retry loop takes several; the cases of the theory 1.3</source>
      <translation>ein Agent oder eine Wiederholschleife braucht mehrere; die Fälle der Theorie 1.3</translation>
    </message>
    <message>
      <source>theory: realisation 0.3-0.7</source>
      <translation>Theorie: Realisierung 0.3-0.7</translation>
    </message>
    <message>
      <source>theory: only the uplift over the baseline counts</source>
      <translation>Theorie: nur der Zuwachs über den Ausgangsstand zählt</translation>
    </message>
    <message>
      <source>guess; measure it on cases of your own</source>
      <translation>Schätzung; an eigenen Fällen messen</translation>
    </message>
    <message>
      <source>guess; of the case</source>
      <translation>Schätzung; je nach Fall</translation>
    </message>
    <message>
      <source>of the case</source>
      <translation>je nach Fall</translation>
    </message>
    <message>
      <source>of the case; human review usually costs a hundred times the tokens</source>
      <translation>je nach Fall; menschliche Prüfung kostet meist das Hundertfache der Token</translation>
    </message>
    <message>
      <source>$5-20 a case (paymentsandrisk.com); within it set to the total of theory section 5</source>
      <translation>$5-20 je Fall (paymentsandrisk.com); darin auf die Summe der Theorie, Abschnitt 5, gesetzt</translation>
    </message>
    <message>
      <source>of the user</source>
      <translation>je nach Nutzer</translation>
    </message>
    <message>
      <source>base rate among alerts 0.10, theory section 5</source>
      <translation>Grundrate unter Alarmen 0.10, Theorie, Abschnitt 5</translation>
    </message>
    <message>
      <source>theory section 5: $120 a card fraud</source>
      <translation>Theorie, Abschnitt 5: $120 je Kartenbetrug</translation>
    </message>
    <message>
      <source>3.75 in 2022, 3.36 in 2021, 3.13 in 2019 (cardnotpresent.com)</source>
      <translation>3.75 im Jahr 2022, 3.36 im Jahr 2021, 3.13 im Jahr 2019 (cardnotpresent.com)</translation>
    </message>
    <message>
      <source>Mastercard claims 20 % better detection on average; 5 points assumed</source>
      <translation>Mastercard nennt im Mittel 20 % bessere Erkennung; 5 Punkte angenommen</translation>
    </message>
    <message>
      <source>guess, set so that the case comes to its total in theory section 5</source>
      <translation>Schätzung, so gesetzt, dass der Fall auf seine Summe in der Theorie, Abschnitt 5, kommt</translation>
    </message>
    <message>
      <source>$100 sale at 40 % margin (paymentsandrisk.com)</source>
      <translation>Verkauf über $100 bei 40 % Marge (paymentsandrisk.com)</translation>
    </message>
    <message>
      <source>theory section 5: $100M</source>
      <translation>Theorie, Abschnitt 5: $100M</translation>
    </message>
    <message>
      <source>75 % of teams using AI gain 6 days or more; a vendor's survey tells 41 % (billtrust.com)</source>
      <translation>75 % der Teams mit KI gewinnen 6 Tage oder mehr; die Umfrage eines Anbieters nennt 41 % (billtrust.com)</translation>
    </message>
    <message>
      <source>theory section 5: 9 %</source>
      <translation>Theorie, Abschnitt 5: 9 %</translation>
    </message>
    <message>
      <source>guess; US office work with overheads</source>
      <translation>Schätzung; Büroarbeit in den USA mit Gemeinkosten</translation>
    </message>
    <message>
      <source>guess</source>
      <translation>Schätzung</translation>
    </message>
    <message>
      <source>50 % is the ceiling (iotdigitaltwinplm.com); set to the total of theory section 5</source>
      <translation>50 % ist die Obergrenze (iotdigitaltwinplm.com); auf die Summe der Theorie, Abschnitt 5, gesetzt</translation>
    </message>
    <message>
      <source>small plants $10k/h; an automotive plant $2.3M/h (Siemens 2024, theaemt.com)</source>
      <translation>kleine Werke $10k/h; ein Automobilwerk $2.3M/h (Siemens 2024, theaemt.com)</translation>
    </message>
    <message>
      <source>increment of a model over a solver in place: half a mile, theory section 5</source>
      <translation>Zuwachs eines Modells über einen vorhandenen Solver: eine halbe Meile, Theorie, Abschnitt 5</translation>
    </message>
    <message>
      <source>UPS ORION: $300-400M a year for 100M miles is $3.57-4.00 (theory section 5)</source>
      <translation>UPS ORION: $300-400M im Jahr für 100M Meilen sind $3.57-4.00 (Theorie, Abschnitt 5)</translation>
    </message>
    <message>
      <source>guess, set so that a contact comes to the $1.94 of theory section 5</source>
      <translation>Schätzung, so gesetzt, dass ein Kontakt auf die $1.94 der Theorie, Abschnitt 5, kommt</translation>
    </message>
    <message>
      <source>$6 by a person, $0.50 by a machine (yaitec.com)</source>
      <translation>$6 mit einem Menschen, $0.50 mit einer Maschine (yaitec.com)</translation>
    </message>
    <message>
      <source>$0.50 (yaitec.com)</source>
      <translation>$0.50 (yaitec.com)</translation>
    </message>
    <message>
      <source>14 % more issues an hour, 35 % for novices (NBER 31161)</source>
      <translation>14 % mehr Fälle je Stunde, 35 % bei Neulingen (NBER 31161)</translation>
    </message>
    <message>
      <source>date of the price snapshot</source>
      <translation>Datum des Preisstands</translation>
    </message>
    <message>
      <source>theory 6.2: six years</source>
      <translation>Theorie 6.2: sechs Jahre</translation>
    </message>
    <message>
      <source>theory 6.2: +25 % a year</source>
      <translation>Theorie 6.2: +25 % im Jahr</translation>
    </message>
    <message>
      <source>theory 6.2: triangular 0.6-1.1-1.8; NBER 1.11 across providers, blogs 1.2-1.8</source>
      <translation>Theorie 6.2: Dreieck 0.6-1.1-1.8; NBER 1.11 über Anbieter, Blogs 1.2-1.8</translation>
    </message>
    <message>
      <source>theory 7: triangular 0.6-1.1-1.8</source>
      <translation>Theorie 7: Dreieck 0.6-1.1-1.8</translation>
    </message>
    <message>
      <source>theory 6.2: 0.7-1; a tier's list price halves in 1.1-1.6 years (0.4-0.5), constant quality fell 10 times a year (above 1)</source>
      <translation>Theorie 6.2: 0.7-1; der Listenpreis einer Stufe halbiert sich in 1.1-1.6 Jahren (0.4-0.5), gleiche Qualität fiel 10-mal im Jahr (über 1)</translation>
    </message>
    <message>
      <source>list price of a middle tier halves in 1.55 years; economy tier 0.53; constant quality 0.1</source>
      <translation>Listenpreis einer mittleren Stufe halbiert sich in 1.55 Jahren; günstige Stufe 0.53; gleiche Qualität 0.1</translation>
    </message>
    <message>
      <source>theory 6.2: hardware $/FLOP -30 % a year</source>
      <translation>Theorie 6.2: Hardware $/FLOP -30 % im Jahr</translation>
    </message>
    <message>
      <source>from memory: work per joule of leading parts doubles in 2.3-2.7 years</source>
      <translation>aus dem Gedächtnis: Arbeit je Joule führender Teile verdoppelt sich in 2.3-2.7 Jahren</translation>
    </message>
    <message>
      <source>ML.ENERGY: 0.20 to 0.12 J per token from vLLM 0.5.4 to 0.11.1, about -35 % a year</source>
      <translation>ML.ENERGY: von 0.20 auf 0.12 J je Token von vLLM 0.5.4 bis 0.11.1, etwa -35 % im Jahr</translation>
    </message>
    <message>
      <source>theory 6.2: algorithms halve compute in 8 months (0.35 a year), less the gain by software</source>
      <translation>Theorie 6.2: Algorithmen halbieren den Rechenaufwand in 8 Monaten (0.35 im Jahr), abzüglich des Gewinns durch Software</translation>
    </message>
    <message>
      <source>H100 index: 7-12 $/h in 2023, 2.85 early 2024, 1.70 in October 2025, 2.60 mid-2026</source>
      <translation>H100-Index: 7-12 $/h in 2023, 2.85 Anfang 2024, 1.70 im Oktober 2025, 2.60 Mitte 2026</translation>
    </message>
    <message>
      <source>theory 6.1: capital about 66 % of the cost of an owned H100</source>
      <translation>Theorie 6.1: Kapital etwa 66 % der Kosten einer eigenen H100</translation>
    </message>
    <message>
      <source>from memory</source>
      <translation>aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>theory 6.2: 20 %; five years of life</source>
      <translation>Theorie 6.2: 20 %; fünf Jahre Nutzungsdauer</translation>
    </message>
    <message>
      <source>theory 6.2: 60 % in the example of the accelerator principle</source>
      <translation>Theorie 6.2: 60 % im Beispiel zum Akzeleratorprinzip</translation>
    </message>
    <message>
      <source>an assumption to move</source>
      <translation>eine Annahme zum Verschieben</translation>
    </message>
    <message>
      <source>theory 6.2: growth of need from g to 0</source>
      <translation>Theorie 6.2: Wachstum des Bedarfs von g auf 0</translation>
    </message>
    <message>
      <source>an assumption to move; marketplaces take 3-20 % (from memory)</source>
      <translation>eine Annahme zum Verschieben; Marktplätze nehmen 3-20 % (aus dem Gedächtnis)</translation>
    </message>
    <message>
      <source>theory 6.1: Bernstein 70 %; 82 % by the bill of materials of a B200</source>
      <translation>Theorie 6.1: Bernstein 70 %; 82 % nach der Stückliste einer B200</translation>
    </message>
    <message>
      <source>neutral: unchanged</source>
      <translation>neutral: unverändert</translation>
    </message>
    <message>
      <source>theory 6.1: 50 % for custom silicon, an accelerator at 0.6 of the merchant price</source>
      <translation>Theorie 6.1: 50 % für kundeneigene Chips, ein Beschleuniger zu 0.6 des Preises frei verkaufter</translation>
    </message>
    <message>
      <source>from memory: Arista about 64 %</source>
      <translation>aus dem Gedächtnis: Arista etwa 64 %</translation>
    </message>
    <message>
      <source>theory 6.2: 15 % of revenue in 2024; 27.8 % of server shipments in 2026 (TrendForce)</source>
      <translation>Theorie 6.2: 15 % des Umsatzes 2024; 27.8 % der Serverlieferungen 2026 (TrendForce)</translation>
    </message>
    <message>
      <source>theory 6.2: 40 % in 2030</source>
      <translation>Theorie 6.2: 40 % im Jahr 2030</translation>
    </message>
    <message>
      <source>theory 6.2: logistic; steepness from memory</source>
      <translation>Theorie 6.2: logistisch; Steilheit aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>theory 6.1: 50 % instead of 70 %, price 0.6 of the merchant's</source>
      <translation>Theorie 6.1: 50 % statt 70 %, Preis 0.6 des frei verkauften Teils</translation>
    </message>
    <message>
      <source>from memory: AMD about 5 of 120 billion dollars of data-centre accelerators</source>
      <translation>aus dem Gedächtnis: AMD etwa 5 von 120 Milliarden Dollar an Rechenzentrumsbeschleunigern</translation>
    </message>
    <message>
      <source>implied capital of MI300X over H100 0.76, of MI355X over B200 0.79</source>
      <translation>implizites Kapital von MI300X zu H100 0.76, von MI355X zu B200 0.79</translation>
    </message>
    <message>
      <source>neutral: the mix stays</source>
      <translation>neutral: die Mischung bleibt</translation>
    </message>
    <message>
      <source>neutral: unchanged; 800G LPO 700-900 $ against DSP 1,000-1,400 $</source>
      <translation>neutral: unverändert; 800G LPO 700-900 $ gegen DSP 1,000-1,400 $</translation>
    </message>
    <message>
      <source>two 800G modules at 1,200 $ against an active cable at 350-700 $</source>
      <translation>zwei 800G-Module zu 1,200 $ gegen ein aktives Kabel zu 350-700 $</translation>
    </message>
    <message>
      <source>the trend of $/FLOP includes learning</source>
      <translation>der Trend von $/FLOP enthält das Lernen</translation>
    </message>
    <message>
      <source>theory 6.2, from memory</source>
      <translation>Theorie 6.2, aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>Deloitte: 1/3 in 2023, 1/2 in 2025, 2/3 in 2026</source>
      <translation>Deloitte: 1/3 in 2023, 1/2 in 2025, 2/3 in 2026</translation>
    </message>
    <message>
      <source>from memory: millions for a 70B model, 100 million for GPT-4; OpenAI R&amp;D 5 billion in 2024</source>
      <translation>aus dem Gedächtnis: Millionen für ein 70B-Modell, 100 Millionen für GPT-4; OpenAI F&amp;E 5 Milliarden in 2024</translation>
    </message>
    <message>
      <source>from memory: flagship models are replaced within 6-18 months</source>
      <translation>aus dem Gedächtnis: Spitzenmodelle werden binnen 6-18 Monaten ersetzt</translation>
    </message>
    <message>
      <source>from memory: frontier runs grew 2.4 times a year, most models by far less</source>
      <translation>aus dem Gedächtnis: Trainingsläufe an der Spitze wuchsen 2.4-fach im Jahr, die meisten Modelle weit weniger</translation>
    </message>
    <message>
      <source>theory 6.3: 15 T</source>
      <translation>Theorie 6.3: 15 T</translation>
    </message>
    <message>
      <source>theory 6.3: 40 %</source>
      <translation>Theorie 6.3: 40 %</translation>
    </message>
    <message>
      <source>theory 6.3: 10 %</source>
      <translation>Theorie 6.3: 10 %</translation>
    </message>
    <message>
      <source>constant quality fell 10 times a year (a16z), hardware and software together 3-4 times</source>
      <translation>gleiche Qualität fiel 10-mal im Jahr (a16z), Hardware und Software zusammen 3-4-mal</translation>
    </message>
    <message>
      <source>theory 6.2: cost after a year 0.1-0.6 of before; Epoch 40 times a year at GPT-4's level</source>
      <translation>Theorie 6.2: Kosten nach einem Jahr 0.1-0.6 der vorigen; Epoch 40-mal im Jahr auf dem Stand von GPT-4</translation>
    </message>
    <message>
      <source>theory 6.2: efficiency shrinks suppliers where elasticity is below 1 / pass-through; low end 0.6</source>
      <translation>Theorie 6.2: Effizienz lässt Lieferanten schrumpfen, wo die Elastizität unter 1 / Weitergabe liegt; unteres Ende 0.6</translation>
    </message>
    <message>
      <source>TrendForce 2026: 27.8 % of shipments, growing 44.6 % against 16.1 %: 48 % in 2030</source>
      <translation>TrendForce 2026: 27.8 % der Lieferungen, Wachstum 44.6 % gegen 16.1 %: 48 % in 2030</translation>
    </message>
    <message>
      <source>from memory: customer-owned tooling leaves the partner layout and packaging</source>
      <translation>aus dem Gedächtnis: kundeneigene Werkzeuge lassen dem Partner Layout und Packaging</translation>
    </message>
    <message>
      <source>theory 6.2: growth of need from 60 % to 0 takes 75 % off the orders</source>
      <translation>Theorie 6.2: Wachstum des Bedarfs von 60 % auf 0 nimmt den Bestellungen 75 %</translation>
    </message>
    <message>
      <source>800G LPO 700-900 $ against DSP 1,000-1,400 $; CPO 9 W a port against 30 W; pace from memory</source>
      <translation>800G LPO 700-900 $ gegen DSP 1,000-1,400 $; CPO 9 W je Port gegen 30 W; Tempo aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>from memory: marketplaces 3-20 %</source>
      <translation>aus dem Gedächtnis: Marktplätze 3-20 %</translation>
    </message>
    <message>
      <source>theory 6.1: custom silicon at 50 %, price 0.6 of the merchant's</source>
      <translation>Theorie 6.1: kundeneigene Chips bei 50 %, Preis 0.6 des frei verkauften Teils</translation>
    </message>
    <message>
      <source>a tenth of the users cause 80 % of the cost: 2.12</source>
      <translation>ein Zehntel der Nutzer verursacht 80 % der Kosten: 2.12</translation>
    </message>
    <message>
      <source>coding agents 1-3 k tokens a step [from memory]</source>
      <translation>Coding-Agenten 1-3 k Token je Schritt [aus dem Gedächtnis]</translation>
    </message>
    <message>
      <source>agents with an append-only context 85-95 % [from memory]</source>
      <translation>Agenten mit nur anwachsendem Kontext 85-95 % [aus dem Gedächtnis]</translation>
    </message>
    <message>
      <source>web search 5-10 $ per thousand [from memory]</source>
      <translation>Websuche 5-10 $ je tausend [aus dem Gedächtnis]</translation>
    </message>
    <message>
      <source>{label}, tier {tier}</source>
      <translation>{label}, Stufe {tier}</translation>
    </message>
    <message>
      <source>config of {name}</source>
      <translation>Konfiguration von {name}</translation>
    </message>
    <message>
      <source>median of the {count} hosts that list one</source>
      <translation>Median der {count} Anbieter, die einen nennen</translation>
    </message>
    <message>
      <source>median of {count} hosts</source>
      <translation>Median von {count} Anbietern</translation>
    </message>
    <message>
      <source>{share} of input</source>
      <translation>{share} der Eingabe</translation>
    </message>
    <message>
      <source>fitted on {rows} calibrate rows of {curves} curves</source>
      <translation>an {rows} Kalibrierzeilen aus {curves} Kurven angepasst</translation>
    </message>
    <message>
      <source>fit of {count} acceptance lengths</source>
      <translation>Anpassung an {count} Annahmelängen</translation>
    </message>
    <message>
      <source>middle of {count} engines and caches</source>
      <translation>Mitte aus {count} Engines und Caches</translation>
    </message>
    <message>
      <source>best of {count}</source>
      <translation>bester von {count}</translation>
    </message>
    <message>
      <source>not timed on {part}</source>
      <translation>nicht auf {part} gemessen</translation>
    </message>
    <message>
      <source>taken from {part}</source>
      <translation>von {part} übernommen</translation>
    </message>
    <message>
      <source>{count} experts</source>
      <translation>{count} Experten</translation>
    </message>
    <message>
      <source>{count} blocks</source>
      <translation>{count} Blöcke</translation>
    </message>
    <message>
      <source>{share} of all requests reach tier {tier}</source>
      <translation>{share} aller Anfragen erreichen Stufe {tier}</translation>
    </message>
    <message>
      <source>{what} from memory</source>
      <translation>{what} aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>days</source>
      <translation>Tage</translation>
    </message>
    <message>
      <source>months</source>
      <translation>Monate</translation>
    </message>
    <message>
      <source>years</source>
      <translation>Jahre</translation>
    </message>
    <message>
      <source>J/token</source>
      <translation>J/Token</translation>
    </message>
    <message>
      <source>$/year</source>
      <translation>$/Jahr</translation>
    </message>
    <message>
      <source>$/month</source>
      <translation>$/Monat</translation>
    </message>
    <message>
      <source>$/day</source>
      <translation>$/Tag</translation>
    </message>
    <message>
      <source>k$/month</source>
      <translation>k$/Monat</translation>
    </message>
    <message>
      <source>M$/month</source>
      <translation>M$/Monat</translation>
    </message>
    <message>
      <source>k$/year</source>
      <translation>k$/Jahr</translation>
    </message>
    <message>
      <source>M$/year</source>
      <translation>M$/Jahr</translation>
    </message>
    <message>
      <source>$/TB-month</source>
      <translation>$/TB-Monat</translation>
    </message>
    <message>
      <source>$/GB-month</source>
      <translation>$/GB-Monat</translation>
    </message>
    <message>
      <source>$/kW-month</source>
      <translation>$/kW-Monat</translation>
    </message>
    <message>
      <source>$/M tokens</source>
      <translation>$/M Token</translation>
    </message>
    <message>
      <source>$/k tokens</source>
      <translation>$/k Token</translation>
    </message>
    <message>
      <source>$/token</source>
      <translation>$/Token</translation>
    </message>
    <message>
      <source>/year</source>
      <translation>/Jahr</translation>
    </message>
    <message>
      <source>/month</source>
      <translation>/Monat</translation>
    </message>
    <message>
      <source>/day</source>
      <translation>/Tag</translation>
    </message>
    <message>
      <source>requests/h</source>
      <translation>Anfragen/h</translation>
    </message>
    <message>
      <source>requests/min</source>
      <translation>Anfragen/min</translation>
    </message>
    <message>
      <source>requests/s</source>
      <translation>Anfragen/s</translation>
    </message>
    <message>
      <source>requests/month</source>
      <translation>Anfragen/Monat</translation>
    </message>
    <message>
      <source>tokens/h</source>
      <translation>Token/h</translation>
    </message>
    <message>
      <source>tokens/s</source>
      <translation>Token/s</translation>
    </message>
    <message>
      <source>k tokens/s</source>
      <translation>k Token/s</translation>
    </message>
    <message>
      <source>M params</source>
      <translation>M Parameter</translation>
    </message>
    <message>
      <source>B params</source>
      <translation>B Parameter</translation>
    </message>
    <message>
      <source>k tokens</source>
      <translation>k Token</translation>
    </message>
    <message>
      <source>M tokens</source>
      <translation>M Token</translation>
    </message>
    <message>
      <source>requests</source>
      <translation>Anfragen</translation>
    </message>
    <message>
      <source>k requests</source>
      <translation>k Anfragen</translation>
    </message>
    <message>
      <source>M requests</source>
      <translation>M Anfragen</translation>
    </message>
    <message>
      <source>seqs</source>
      <translation>Seq.</translation>
    </message>
    <message>
      <source>users</source>
      <translation>Nutzer</translation>
    </message>
    <message>
      <source>k users</source>
      <translation>k Nutzer</translation>
    </message>
    <message>
      <source>M users</source>
      <translation>M Nutzer</translation>
    </message>
    <message>
      <source>layers</source>
      <translation>Lagen</translation>
    </message>
    <message>
      <source>heads</source>
      <translation>Köpfe</translation>
    </message>
    <message>
      <source>experts</source>
      <translation>Experten</translation>
    </message>
    <message>
      <source>elements</source>
      <translation>Elemente</translation>
    </message>
    <message>
      <source>k elements</source>
      <translation>k Elemente</translation>
    </message>
    <message>
      <source>accelerators</source>
      <translation>Beschl.</translation>
    </message>
    <message>
      <source>replicas</source>
      <translation>Replikate</translation>
    </message>
    <message>
      <source>bits</source>
      <translation>Bit</translation>
    </message>
    <message>
      <source>number</source>
      <translation>Zahl</translation>
    </message>
    <message>
      <source>time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>bytes</source>
      <translation>Bytes</translation>
    </message>
    <message>
      <source>bytes/time</source>
      <translation>Bytes/Zeit</translation>
    </message>
    <message>
      <source>flop/time</source>
      <translation>FLOP/Zeit</translation>
    </message>
    <message>
      <source>flop</source>
      <translation>FLOP</translation>
    </message>
    <message>
      <source>power</source>
      <translation>Leistung</translation>
    </message>
    <message>
      <source>energy</source>
      <translation>Energie</translation>
    </message>
    <message>
      <source>energy/flop</source>
      <translation>Energie/FLOP</translation>
    </message>
    <message>
      <source>energy/bytes</source>
      <translation>Energie/Bytes</translation>
    </message>
    <message>
      <source>energy/token</source>
      <translation>Energie/Token</translation>
    </message>
    <message>
      <source>money</source>
      <translation>Geld</translation>
    </message>
    <message>
      <source>money/power</source>
      <translation>Geld/Leistung</translation>
    </message>
    <message>
      <source>money/time</source>
      <translation>Geld/Zeit</translation>
    </message>
    <message>
      <source>money/energy</source>
      <translation>Geld/Energie</translation>
    </message>
    <message>
      <source>money/(bytes·time)</source>
      <translation>Geld/(Bytes·Zeit)</translation>
    </message>
    <message>
      <source>money/(power·time)</source>
      <translation>Geld/(Leistung·Zeit)</translation>
    </message>
    <message>
      <source>money/token</source>
      <translation>Geld/Token</translation>
    </message>
    <message>
      <source>length</source>
      <translation>Länge</translation>
    </message>
    <message>
      <source>mass</source>
      <translation>Masse</translation>
    </message>
    <message>
      <source>mass/energy</source>
      <translation>Masse/Energie</translation>
    </message>
    <message>
      <source>1/time</source>
      <translation>1/Zeit</translation>
    </message>
    <message>
      <source>token/time</source>
      <translation>Token/Zeit</translation>
    </message>
    <message>
      <source>parameters</source>
      <translation>Parameter</translation>
    </message>
    <message>
      <source>token</source>
      <translation>Token</translation>
    </message>
    <message>
      <source>sequences</source>
      <translation>Sequenzen</translation>
    </message>
    <message>
      <source>template: Chat</source>
      <translation>Chat</translation>
    </message>
    <message>
      <source>template: Code agent</source>
      <translation>Code-Agent</translation>
    </message>
    <message>
      <source>template: Document batch</source>
      <translation>Dokumente im Stapel</translation>
    </message>
    <message>
      <source>template: Enterprise assistant</source>
      <translation>Assistent im Unternehmen</translation>
    </message>
    <message>
      <source>template: Fraud triage</source>
      <translation>Betrugsprüfung</translation>
    </message>
    <message>
      <source>template: Image call</source>
      <translation>Bildanfrage</translation>
    </message>
    <message>
      <source>template: Reasoning</source>
      <translation>Reasoning</translation>
    </message>
    <message>
      <source>template: Search answers</source>
      <translation>Suchantworten</translation>
    </message>
    <message>
      <source>template: Small-model API</source>
      <translation>API eines kleinen Modells</translation>
    </message>
    <message>
      <source>template: Summaries</source>
      <translation>Zusammenfassungen</translation>
    </message>
    <message>
      <source>template: arXiv summarization</source>
      <translation>arXiv-Zusammenfassung</translation>
    </message>
    <message>
      <source>template: Azure 2023, code</source>
      <translation>Azure 2023, Code</translation>
    </message>
    <message>
      <source>template: Azure 2023, conversation</source>
      <translation>Azure 2023, Gespräche</translation>
    </message>
    <message>
      <source>template: Azure 2024, code, one week</source>
      <translation>Azure 2024, Code, eine Woche</translation>
    </message>
    <message>
      <source>template: Azure 2024, conversation, one week</source>
      <translation>Azure 2024, Gespräche, eine Woche</translation>
    </message>
    <message>
      <source>template: BurstGPT</source>
      <translation>BurstGPT</translation>
    </message>
    <message>
      <source>template: Coding agent</source>
      <translation>Programmier-Agent</translation>
    </message>
    <message>
      <source>template: Coding agent, uncached part only</source>
      <translation>Programmier-Agent, nur ungecachter Teil</translation>
    </message>
    <message>
      <source>template: DeepSeek fleet, February 2025</source>
      <translation>DeepSeek-Flotte, Februar 2025</translation>
    </message>
    <message>
      <source>template: InferenceX 1k/1k</source>
      <translation>InferenceX 1k/1k</translation>
    </message>
    <message>
      <source>template: InferenceX 1k/8k</source>
      <translation>InferenceX 1k/8k</translation>
    </message>
    <message>
      <source>template: InferenceX 8k/1k</source>
      <translation>InferenceX 8k/1k</translation>
    </message>
    <message>
      <source>template: LMSYS Chat 1M</source>
      <translation>LMSYS Chat 1M</translation>
    </message>
    <message>
      <source>template: Mooncake, conversation</source>
      <translation>Mooncake, Gespräche</translation>
    </message>
    <message>
      <source>template: Mooncake, synthetic</source>
      <translation>Mooncake, synthetisch</translation>
    </message>
    <message>
      <source>template: Mooncake, tool agent</source>
      <translation>Mooncake, Werkzeug-Agent</translation>
    </message>
    <message>
      <source>template: Qwen Bailian, consumer</source>
      <translation>Qwen Bailian, Privatkunden</translation>
    </message>
    <message>
      <source>template: ShareGPT (vLLM paper)</source>
      <translation>ShareGPT (vLLM-Artikel)</translation>
    </message>
    <message>
      <source>template: Commoditised 2028</source>
      <translation>Massenware 2028</translation>
    </message>
    <message>
      <source>template: Own silicon</source>
      <translation>Eigenes Silizium</translation>
    </message>
    <message>
      <source>template: Reasoning on a rack</source>
      <translation>Reasoning auf einem Rack</translation>
    </message>
    <message>
      <source>template: Routed two-tier service</source>
      <translation>Dienst mit zwei Stufen und Router</translation>
    </message>
    <message>
      <source>there is no {label} {ident}; there are {parts}, among them {some}</source>
      <translation>{label} {ident} gibt es nicht; es gibt {parts}, darunter {some}</translation>
    </message>
    <message>
      <source>there is no {label} {ident}; did you mean {near}?</source>
      <translation>{label} {ident} gibt es nicht; gemeint vielleicht {near}?</translation>
    </message>
    <message>
      <source>a {label} fills no inputs; it is there to be read</source>
      <translation>{label} füllt keine Eingaben und steht nur zum Nachlesen da</translation>
    </message>
    <message>
      <source>{name}: part {name2} must be named kind/id, kind one of {kinds}</source>
      <translation>{name}: Teil {name2} muss Art/Kennung heißen, die Art eine von {kinds}</translation>
    </message>
    <message>
      <source>the file has no scenario {which}; it has {names}</source>
      <translation>die Datei hat kein Szenario {which}; sie hat {names}</translation>
    </message>
    <message>
      <source>compare takes 2 to {most} scenarios, not {found}; name files or built-in scenarios, one file with several, or one with --set KEY=VALUE</source>
      <translation>verglichen werden 2 bis {most} Szenarien, nicht {found}; Dateien oder eingebaute Szenarien nennen, eine Datei mit mehreren oder eines mit --set KEY=VALUE</translation>
    </message>
    <message>
      <source>{label} has a figure in {sum} of {count:,} samples: too few to make a scenario of; mend what stops the others first</source>
      <translation>{label} hat in {sum} von {count} Stichproben einen Wert: zu wenige für ein Szenario; zuerst beheben, was die anderen stoppt</translation>
    </message>
    <message>
      <source>{piece} must be one number</source>
      <translation>{piece} muss eine einzelne Zahl sein</translation>
    </message>
    <message>
      <source>{kind} takes {wanted} numbers, not {count}: write {forms}</source>
      <translation>{kind} nimmt {wanted} Zahlen, nicht {count}: Schreibweise {forms}</translation>
    </message>
    <message>
      <source>{piece} must be WEIGHT: VALUE, as in {spec}</source>
      <translation>{piece} muss GEWICHT: WERT lauten, etwa {spec}</translation>
    </message>
    <message>
      <source>{label}: a weight must be above 0, not {found}</source>
      <translation>{label}: ein Gewicht muss über 0 liegen, nicht {found}</translation>
    </message>
    <message>
      <source>{label}: a weight must be above 0, not {weight:g}</source>
      <translation>{label}: ein Gewicht muss über 0 liegen, nicht {weight}</translation>
    </message>
    <message>
      <source>{label}: the low number comes first, not {low:g} before {high:g}</source>
      <translation>{label}: die kleinere Zahl steht vorn, nicht {low} vor {high}</translation>
    </message>
    <message>
      <source>{label}: a lognormal lies above 0, so its P10 must too, not {low:g}; use normal</source>
      <translation>{label}: eine Lognormalverteilung liegt über 0, ihr P10 also auch, nicht {low}; stattdessen normal wählen</translation>
    </message>
    <message>
      <source>{label}: the most likely value {mode:g} must lie between {low:g} and {high:g}: write least, most likely, most</source>
      <translation>{label}: der wahrscheinlichste Wert {mode} muss zwischen {low} und {high} liegen: Schreibweise kleinster, wahrscheinlichster, größter</translation>
    </message>
    <message>
      <source>{label} must be between {low} and {high}, and so must its ends, not {end:g}</source>
      <translation>{label} muss zwischen {low} und {high} liegen, die Enden also auch, nicht {end}</translation>
    </message>
    <message>
      <source>{label} must be at least {low}, and so must its ends, not {end:g}</source>
      <translation>{label} muss mindestens {low} sein, die Enden also auch, nicht {end}</translation>
    </message>
    <message>
      <source>Nothing is in doubt: type a range such as 3 to 6 into an input, or let inputs be doubted by their sources</source>
      <translation>Nichts ist ungewiss: in eine Eingabe eine Spanne wie 3 – 6 schreiben oder Eingaben nach ihren Quellen ungewiss sein lassen</translation>
    </message>
    <message>
      <source>the number of samples must be between {sets} and {most:,}, not {count:,}</source>
      <translation>die Zahl der Stichproben muss zwischen {sets} und {most} liegen, nicht {count}</translation>
    </message>
    <message>
      <source>{key} cannot be both axes of a surface</source>
      <translation>{key} kann nicht beide Achsen einer Fläche sein</translation>
    </message>
    <message>
      <source>{out} is no file name</source>
      <translation>{out} ist kein Dateiname</translation>
    </message>
    <message>
      <source>{out} was not written: {error}</source>
      <translation>{out} wurde nicht geschrieben: {error}</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>der Datenträger ist voll</translation>
    </message>
    <message>
      <source>the file is larger than the disk or your quota takes</source>
      <translation>die Datei ist größer, als Datenträger oder Kontingent zulassen</translation>
    </message>
    <message>
      <source>your disk quota is used up</source>
      <translation>das Speicherkontingent ist aufgebraucht</translation>
    </message>
    <message>
      <source>the disk can only be read</source>
      <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
      <source>you may not write there</source>
      <translation>dort fehlt das Recht zu schreiben</translation>
    </message>
    <message>
      <source>the name is too long</source>
      <translation>der Name ist zu lang</translation>
    </message>
    <message>
      <source>the folder does not exist</source>
      <translation>den Ordner gibt es nicht</translation>
    </message>
    <message>
      <source>part of the path is not a folder</source>
      <translation>ein Teil des Pfads ist kein Ordner</translation>
    </message>
    <message>
      <source>it is a folder</source>
      <translation>es ist ein Ordner</translation>
    </message>
    <message>
      <source>the file is read-only</source>
      <translation>die Datei ist schreibgeschützt</translation>
    </message>
    <message>
      <source>another program has it open</source>
      <translation>ein anderes Programm hat sie geöffnet</translation>
    </message>
    <message>
      <source>no file can have that name here</source>
      <translation>so kann hier keine Datei heißen</translation>
    </message>
    <message>
      <source>Parquet needs pyarrow: pip install 'isocost[parquet]'</source>
      <translation>Parquet braucht pyarrow: pip install 'isocost[parquet]'</translation>
    </message>
    <message>
      <source>{key} names a part and cannot be swept; choose a number or a choice</source>
      <translation>{key} benennt ein Teil und lässt sich nicht durchlaufen; eine Zahl oder eine Auswahl nehmen</translation>
    </message>
    <message>
      <source>{key}: a sweep needs at least 2 points, not {count}</source>
      <translation>{key}: ein Durchlauf braucht mindestens 2 Punkte, nicht {count}</translation>
    </message>
    <message>
      <source>{key}: the sweep must rise, not run from {low:g} to {high:g}</source>
      <translation>{key}: der Durchlauf muss steigen, nicht von {low} nach {high} gehen</translation>
    </message>
    <message>
      <source>{key}: a logarithmic sweep must start above 0, not at {low:g}</source>
      <translation>{key}: ein logarithmischer Durchlauf muss über 0 beginnen, nicht bei {low}</translation>
    </message>
    <message>
      <source>{path} has a header and no rows; give one line for each measured point</source>
      <translation>{path} hat eine Kopfzeile, aber keine Zeilen; je Messpunkt eine Zeile angeben</translation>
    </message>
    <message>
      <source>{name}: none of {given} rows can be judged; {told}</source>
      <translation>{name}: keine von {given} Zeilen lässt sich beurteilen; {told}</translation>
    </message>
    <message>
      <source>{key} is neither a metric nor a parameter</source>
      <translation>{key} ist weder Kennzahl noch Eingabe</translation>
    </message>
    <message>
      <source>there is no scenario {name}; built in are {builtin_names}</source>
      <translation>ein Szenario {name} gibt es nicht; eingebaut sind {builtin_names}</translation>
    </message>
    <message>
      <source>there is no scenario {name}; did you mean {near}?</source>
      <translation>ein Szenario {name} gibt es nicht; gemeint vielleicht {near}?</translation>
    </message>
    <message>
      <source>there is no file or scenario {text}; built in are {builtin_names}</source>
      <translation>eine Datei oder ein Szenario {text} gibt es nicht; eingebaut sind {builtin_names}</translation>
    </message>
    <message>
      <source>there is no file or scenario {text}; did you mean {near}?</source>
      <translation>eine Datei oder ein Szenario {text} gibt es nicht; gemeint vielleicht {near}?</translation>
    </message>
    <message>
      <source>the file is larger than {max_carrier} MB and was not read</source>
      <translation>die Datei ist größer als {max_carrier} MB und wurde nicht gelesen</translation>
    </message>
    <message>
      <source>this {kind} file carries no scenario; those that Isocost exports do, unless a program that drops such data has written them anew</source>
      <translation>diese {kind}-Datei trägt kein Szenario; von Isocost exportierte tun es, sofern kein Programm sie neu geschrieben hat, das solche Daten fallen lässt</translation>
    </message>
    <message>
      <source>the scenario inside is damaged: its bytes do not unpack</source>
      <translation>das Szenario darin ist beschädigt: seine Bytes lassen sich nicht entpacken</translation>
    </message>
    <message>
      <source>what lies inside unpacks to more than {most} MB and was not read</source>
      <translation>der Inhalt ist entpackt größer als {most} MB und wurde nicht gelesen</translation>
    </message>
    <message>
      <source>the scenario inside is damaged: it is cut off</source>
      <translation>das Szenario darin ist beschädigt: es ist abgeschnitten</translation>
    </message>
    <message>
      <source>what lies inside is larger than any scenario and was not read</source>
      <translation>der Inhalt ist größer als jedes Szenario und wurde nicht gelesen</translation>
    </message>
    <message>
      <source>the scenario inside is damaged: parts of it are missing</source>
      <translation>das Szenario darin ist beschädigt: Teile davon fehlen</translation>
    </message>
    <message>
      <source>the scenario inside is damaged: its text was changed</source>
      <translation>das Szenario darin ist beschädigt: sein Text wurde verändert</translation>
    </message>
    <message>
      <source>the PNG file is cut off</source>
      <translation>die PNG-Datei ist abgeschnitten</translation>
    </message>
    <message>
      <source>the scenario inside is damaged: its checksum does not fit</source>
      <translation>das Szenario darin ist beschädigt: seine Prüfsumme passt nicht</translation>
    </message>
    <message>
      <source>the scenario inside is damaged: its chunk is none that Isocost writes</source>
      <translation>das Szenario darin ist beschädigt: einen solchen Block schreibt Isocost nicht</translation>
    </message>
    <message>
      <source>the PDF is encrypted, so what it carries cannot be read</source>
      <translation>die PDF-Datei ist verschlüsselt, ihr Inhalt daher nicht lesbar</translation>
    </message>
    <message>
      <source>the PDF file is cut off</source>
      <translation>die PDF-Datei ist abgeschnitten</translation>
    </message>
    <message>
      <source>the archive has {members:,} members and was not read</source>
      <translation>das Archiv hat {members} Einträge und wurde nicht gelesen</translation>
    </message>
    <message>
      <source>the file is a damaged archive, or an encrypted one</source>
      <translation>die Datei ist ein beschädigtes oder verschlüsseltes Archiv</translation>
    </message>
    <message>
      <source>the archive is packed in a way that no sheet is, and was not read</source>
      <translation>das Archiv ist gepackt wie keine Tabelle und wurde nicht gelesen</translation>
    </message>
    <message>
      <source>must be {kind}, not {value}</source>
      <translation>muss {kind} sein, nicht {value}</translation>
    </message>
    <message>
      <source>text in quotes</source>
      <translation>Text in Anführungszeichen</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>eine ganze Zahl</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>wahr oder falsch (true, false)</translation>
    </message>
    <message>
      <source>an object {{ ... }}</source>
      <translation>ein Objekt {{ ... }}</translation>
    </message>
    <message>
      <source>a list [ ... ]</source>
      <translation>eine Liste [ ... ]</translation>
    </message>
    <message>
      <source>an object</source>
      <translation>ein Objekt</translation>
    </message>
    <message>
      <source>a list</source>
      <translation>eine Liste</translation>
    </message>
    <message>
      <source>must be a scenario {{ ... }}, not {raw}</source>
      <translation>muss ein Szenario {{ ... }} sein, nicht {raw}</translation>
    </message>
    <message>
      <source>the file holds more than {max_scenarios:,} scenarios</source>
      <translation>die Datei enthält mehr als {max_scenarios} Szenarien</translation>
    </message>
    <message>
      <source>stands under values and under overrides</source>
      <translation>steht unter values und unter overrides</translation>
    </message>
    <message>
      <source>{name}: kept but not understood: {foreign}</source>
      <translation>{name}: behalten, aber nicht verstanden: {foreign}</translation>
    </message>
    <message>
      <source>{names} and {names2} more</source>
      <translation>{names} und {names2} weitere</translation>
    </message>
    <message>
      <source>{name}: {stood} is now {keys}: {why}</source>
      <translation>{name}: {stood} heißt jetzt {keys}: {why}</translation>
    </message>
    <message>
      <source>{name}: not in the file, takes its default: {missing}</source>
      <translation>{name}: fehlt in der Datei und nimmt seine Vorgabe: {missing}</translation>
    </message>
    <message>
      <source>{name}: not in the file, take their defaults: {missing}</source>
      <translation>{name}: fehlen in der Datei und nehmen ihre Vorgaben: {missing}</translation>
    </message>
    <message>
      <source>must be a part {{ ... }} under a key "kind/id"</source>
      <translation>muss ein Teil {{ ... }} unter einem Schlüssel „Art/Kennung“ sein</translation>
    </message>
    <message>
      <source>must be an object such as {{"value": 1}}, not {entry}</source>
      <translation>muss ein Objekt wie {{"value": 1}} sein, nicht {entry}</translation>
    </message>
    <message>
      <source>{unit} does not measure {dimension}; use {cure}</source>
      <translation>{unit} misst nicht {dimension}; möglich: {cure}</translation>
    </message>
    <message>
      <source>{name}: {key} {raw:g} {unit} is {figure}</source>
      <translation>{name}: {key} {raw} {unit} ist {figure}</translation>
    </message>
    <message>
      <source>must be a number, not {raw}</source>
      <translation>muss eine Zahl sein, nicht {raw}</translation>
    </message>
    <message>
      <source>is too large a number</source>
      <translation>ist eine zu große Zahl</translation>
    </message>
    <message>
      <source>only a number can be uncertain, or of a choice {{"kind": "discrete", "outcomes": [["fp8", 0.8], ["bf16", 0.2]]}}</source>
      <translation>nur eine Zahl kann ungewiss sein, oder eine Auswahl als {{"kind": "discrete", "outcomes": [["fp8", 0.8], ["bf16", 0.2]]}}</translation>
    </message>
    <message>
      <source>only a number can be uncertain</source>
      <translation>nur eine Zahl kann ungewiss sein</translation>
    </message>
    <message>
      <source>must be {{"kind": "range", "low": 1, "high": 2}}, not {raw}</source>
      <translation>muss {{"kind": "range", "low": 1, "high": 2}} sein, nicht {raw}</translation>
    </message>
    <message>
      <source>{kind} is none of {kinds}</source>
      <translation>{kind} ist keines von {kinds}</translation>
    </message>
    <message>
      <source>{bounds} must be quantiles or bounds for {kind}</source>
      <translation>{bounds} muss quantiles oder bounds sein, bei {kind}</translation>
    </message>
    <message>
      <source>{bounds} must be quantiles for {kind}</source>
      <translation>{bounds} muss quantiles sein, bei {kind}</translation>
    </message>
    <message>
      <source>only a triangular or PERT with "ends": "bounds" has a most likely value</source>
      <translation>nur Dreieck oder PERT mit "ends": "bounds" hat einen wahrscheinlichsten Wert</translation>
    </message>
    <message>
      <source>low comes first: {low:g} is above {high:g}</source>
      <translation>die kleinere Zahl steht vorn: {low} liegt über {high}</translation>
    </message>
    <message>
      <source>{mode:g} must lie between {low:g} and {high:g}</source>
      <translation>{mode} muss zwischen {low} und {high} liegen</translation>
    </message>
    <message>
      <source>must be {{"kind": "discrete", "outcomes": [[value, weight], ...]}}</source>
      <translation>muss {{"kind": "discrete", "outcomes": [[Wert, Gewicht], ...]}} sein</translation>
    </message>
    <message>
      <source>each outcome must be [value, weight above 0], not {pair}</source>
      <translation>jeder Ausgang muss [Wert, Gewicht über 0] sein, nicht {pair}</translation>
    </message>
    <message>
      <source>is none of {doubt_keys}</source>
      <translation>ist keines von {doubt_keys}</translation>
    </message>
    <message>
      <source>{seed} must be between 0 and {value}</source>
      <translation>{seed} muss zwischen 0 und {value} liegen</translation>
    </message>
    <message>
      <source>must be ["accelerator.rent", "price.output", 0.5], not {pair}</source>
      <translation>muss ["accelerator.rent", "price.output", 0.5] lauten, nicht {pair}</translation>
    </message>
    <message>
      <source>{pair} stands twice; two inputs can be correlated</source>
      <translation>{pair} steht doppelt; korrelieren können zwei Eingaben</translation>
    </message>
    <message>
      <source>the rank correlation must be between -1 and 1, not {rank}</source>
      <translation>die Rangkorrelation muss zwischen -1 und 1 liegen, nicht {rank}</translation>
    </message>
    <message>
      <source>{key} is no number that could be correlated</source>
      <translation>{key} ist keine Zahl, die korrelieren könnte</translation>
    </message>
    <message>
      <source>{key} is now {new}: one name for one thing</source>
      <translation>{key} heißt jetzt {new}: ein Name für eine Sache</translation>
    </message>
    <message>
      <source>{values} inputs were given room for a unit, a source and a note</source>
      <translation>{values} Eingaben bekamen Platz für Einheit, Quelle und Notiz</translation>
    </message>
    <message>
      <source>was saved by a newer Isocost ({document}, schema {schema}; this one reads up to {schema2}): update Isocost to open it</source>
      <translation>stammt von einem neueren Isocost ({document}, Schema {schema}; dieses liest bis {schema2}): zum Öffnen Isocost aktualisieren</translation>
    </message>
    <message>
      <source>unknown version</source>
      <translation>Version unbekannt</translation>
    </message>
    <message>
      <source>must list at least one scenario</source>
      <translation>muss mindestens ein Szenario enthalten</translation>
    </message>
    <message>
      <source>must be between 0 and {scenarios}, not {active}</source>
      <translation>muss zwischen 0 und {scenarios} liegen, nicht {active}</translation>
    </message>
    <message>
      <source>kept but not understood: {unknown}</source>
      <translation>behalten, aber nicht verstanden: {unknown}</translation>
    </message>
    <message>
      <source>is no scenario: it has no whole number under "schema"</source>
      <translation>ist kein Szenario: unter "schema" steht keine ganze Zahl</translation>
    </message>
    <message>
      <source>{name}: {error}; an earlier state is in {name2}</source>
      <translation>{name}: {error}; ein früherer Stand liegt in {name2}</translation>
    </message>
    <message>
      <source>{path} is a folder, not a scenario file</source>
      <translation>{path} ist ein Ordner, keine Szenariodatei</translation>
    </message>
    <message>
      <source>{path} is no ordinary file</source>
      <translation>{path} ist keine gewöhnliche Datei</translation>
    </message>
    <message>
      <source>there is no file {path}</source>
      <translation>eine Datei {path} gibt es nicht</translation>
    </message>
    <message>
      <source>{path} cannot be read: {error}</source>
      <translation>{path} ist nicht lesbar: {error}</translation>
    </message>
    <message>
      <source>{name} was not saved: the scenario comes from a newer Isocost (schema {schema}) and would lose what this one does not understand; update Isocost</source>
      <translation>{name} wurde nicht gespeichert: das Szenario stammt aus einem neueren Isocost (Schema {schema}) und verlöre, was dieses nicht versteht; Isocost aktualisieren</translation>
    </message>
    <message>
      <source>{path} was not saved: {error}</source>
      <translation>{path} wurde nicht gespeichert: {error}</translation>
    </message>
    <message>
      <source>unsaved work could not be kept in {parent}: {error}</source>
      <translation>ungesicherte Arbeit ließ sich in {parent} nicht aufbewahren: {error}</translation>
    </message>
    <message>
      <source>{name} was written by another version of Isocost</source>
      <translation>{name} stammt von einer anderen Version von Isocost</translation>
    </message>
    <message>
      <source>{name} is cut short: {body:,} of {get} bytes</source>
      <translation>{name} ist abgeschnitten: {body} von {get} Bytes</translation>
    </message>
    <message>
      <source>{name} is damaged: its checksum does not fit</source>
      <translation>{name} ist beschädigt: die Prüfsumme passt nicht</translation>
    </message>
    <message>
      <source>{name} does not hold what recovery needs</source>
      <translation>{name} enthält nicht, was die Wiederherstellung braucht</translation>
    </message>
    <message>
      <source>{name} is cut short or damaged</source>
      <translation>{name} ist abgeschnitten oder beschädigt</translation>
    </message>
    <message>
      <source>the file is larger than {max_bytes} MB and no scenario</source>
      <translation>die Datei ist größer als {max_bytes} MB und kein Szenario</translation>
    </message>
    <message>
      <source>the file holds more than {max_values:,} values and was not read</source>
      <translation>die Datei enthält mehr als {max_values} Werte und wurde nicht gelesen</translation>
    </message>
    <message>
      <source>line 1: a scenario file holds one JSON object, {{ ... }}</source>
      <translation>Zeile 1: eine Szenariodatei enthält ein JSON-Objekt, {{ ... }}</translation>
    </message>
    <message>
      <source>line 1: the text is {name}; save the file as UTF-8</source>
      <translation>Zeile 1: der Text ist {name}; die Datei als UTF-8 speichern</translation>
    </message>
    <message>
      <source>line {line}: the file is binary and no scenario, which is text in UTF-8</source>
      <translation>Zeile {line}: die Datei ist binär und kein Szenario; das ist Text in UTF-8</translation>
    </message>
    <message>
      <source>line {line}: the text is not UTF-8; save the file as UTF-8</source>
      <translation>Zeile {line}: der Text ist kein UTF-8; die Datei als UTF-8 speichern</translation>
    </message>
    <message>
      <source>line {line}: the file is nested deeper than {max_depth} levels</source>
      <translation>Zeile {line}: die Datei ist tiefer als {max_depth} Ebenen verschachtelt</translation>
    </message>
    <message>
      <source>the file is nested deeper than {max_depth} levels</source>
      <translation>die Datei ist tiefer als {max_depth} Ebenen verschachtelt</translation>
    </message>
    <message>
      <source>the file is empty</source>
      <translation>die Datei ist leer</translation>
    </message>
    <message>
      <source>line {last}: the file is cut off here</source>
      <translation>Zeile {last}: die Datei ist hier abgeschnitten</translation>
    </message>
    <message>
      <source>line {lineno}, column {colno}: no valid JSON ({msg})</source>
      <translation>Zeile {lineno}, Spalte {colno}: kein gültiges JSON ({msg})</translation>
    </message>
    <message>
      <source>the key stands twice</source>
      <translation>der Schlüssel steht doppelt</translation>
    </message>
    <message>
      <source>{token} is not a finite number</source>
      <translation>{token} ist keine endliche Zahl</translation>
    </message>
    <message>
      <source>{problems} (and {more} more problems)</source>
      <translation>{problems} (und {more} weitere Fehler)</translation>
    </message>
    <message>
      <source>{problems} (and {more} more problem)</source>
      <translation>{problems} (und {more} weiterer Fehler)</translation>
    </message>
    <message>
      <source>{value} cannot be written: it is not a finite number</source>
      <translation>{value} lässt sich nicht schreiben: es ist keine endliche Zahl</translation>
    </message>
    <message>
      <source>{value} cannot be written: it is neither text, number, list nor mapping</source>
      <translation>{value} lässt sich nicht schreiben: es ist weder Text noch Zahl, Liste oder Zuordnung</translation>
    </message>
    <message>
      <source>{ident} is no kind of part; there are {kinds}</source>
      <translation>{ident} ist keine Art von Teil; es gibt {kinds}</translation>
    </message>
    <message>
      <source>nothing could be served: {chip}</source>
      <translation>nichts könnte bedient werden: {chip}</translation>
    </message>
    <message>
      <source>nothing could be served: it does not fit</source>
      <translation>nichts könnte bedient werden: es passt nicht hinein</translation>
    </message>
    <message>
      <source>it would break a service limit</source>
      <translation>es verletzte eine Dienstgrenze</translation>
    </message>
    <message>
      <source>it would cost {more:.3g} % more here</source>
      <translation>es kostete hier {more} % mehr</translation>
    </message>
    <message>
      <source>it would save nothing here</source>
      <translation>es sparte hier nichts</translation>
    </message>
    <message>
      <source>tokens are bought: it acts on the seller's machines</source>
      <translation>Token sind gekauft: es wirkt auf Maschinen des Verkäufers</translation>
    </message>
    <message>
      <source>the scenario has a response cache already</source>
      <translation>das Szenario hat schon einen Antwort-Cache</translation>
    </message>
    <message>
      <source>it would find {after} of input, no more than the {before} today, with {host:.4g} GB of memory and {disk:.4g} GB of disk an accelerator</source>
      <translation>es fände {after} der Eingabe, nicht mehr als die {before} von heute, mit {host} GB Speicher und {disk} GB Platte je Beschleuniger</translation>
    </message>
    <message>
      <source>requests are shared among tiers already</source>
      <translation>Anfragen sind schon auf Stufen verteilt</translation>
    </message>
    <message>
      <source>the catalogue has no smaller model of a like kind</source>
      <translation>der Katalog hat kein kleineres Modell ähnlicher Art</translation>
    </message>
    <message>
      <source>{label} cannot take a share at {floor} of good answers</source>
      <translation>{label} kann bei {floor} guter Antworten nichts übernehmen</translation>
    </message>
    <message>
      <source>prompts are compressed already</source>
      <translation>Prompts sind schon verdichtet</translation>
    </message>
    <message>
      <source>the scenario sets its reasoning effort itself</source>
      <translation>das Szenario setzt seinen Denkaufwand selbst</translation>
    </message>
    <message>
      <source>answers of {tokens:,.0f} tokens hold no reasoning to cut</source>
      <translation>Antworten von {tokens} Token enthalten kein Denken, das zu kürzen wäre</translation>
    </message>
    <message>
      <source>{named} computes in nothing narrower than BF16</source>
      <translation>{named} rechnet in nichts Schmalerem als BF16</translation>
    </message>
    <message>
      <source>weights are {names} already, nothing narrower is served</source>
      <translation>Gewichte sind schon {names}, Schmaleres wird nicht bedient</translation>
    </message>
    <message>
      <source>weights are {names} and {named} has no FP4 arithmetic; try INT4 weights</source>
      <translation>Gewichte sind {names} und {named} rechnet nicht in FP4; versuchen Sie INT4-Gewichte</translation>
    </message>
    <message>
      <source>weights are {names} already</source>
      <translation>Gewichte sind schon {names}</translation>
    </message>
    <message>
      <source>{number:.0f} tokens are guessed ahead already</source>
      <translation>{number} Token werden schon vorausgeraten</translation>
    </message>
    <message>
      <source>nothing is known of multi-token prediction in this model; choose a drafter</source>
      <translation>von Mehrtoken-Vorhersage ist bei diesem Modell nichts bekannt; wählen Sie einen Entwerfer</translation>
    </message>
    <message>
      <source>{label} ships no weights for multi-token prediction; choose a head trained apart</source>
      <translation>{label} liefert keine MTP-Gewichte mit; wählen Sie einen eigens trainierten Kopf</translation>
    </message>
    <message>
      <source>prompts have a pool of their own</source>
      <translation>Prompts haben einen eigenen Pool</translation>
    </message>
    <message>
      <source>a step has {now:,.0f} tokens already</source>
      <translation>ein Schritt hat schon {now} Token</translation>
    </message>
    <message>
      <source>prefill and decode have pools of their own already</source>
      <translation>Prefill und Decode haben schon eigene Pools</translation>
    </message>
    <message>
      <source>a static batch prefills first and decodes then</source>
      <translation>ein fester Batch macht erst Prefill, dann Decode</translation>
    </message>
    <message>
      <source>replicas run as hard as the limits allow already</source>
      <translation>Replikate arbeiten schon so hart, wie die Grenzen erlauben</translation>
    </message>
    <message>
      <source>its load is set otherwise than by arrivals</source>
      <translation>seine Last ist anders als durch Ankünfte gesetzt</translation>
    </message>
    <message>
      <source>the fleet follows demand already</source>
      <translation>die Flotte folgt schon der Nachfrage</translation>
    </message>
    <message>
      <source>the number of replicas is fixed</source>
      <translation>die Zahl der Replikate ist fest</translation>
    </message>
    <message>
      <source>a small tier takes the easy requests already</source>
      <translation>eine kleine Stufe nimmt schon die leichten Anfragen</translation>
    </message>
    <message>
      <source>the model is one's own making already</source>
      <translation>das Modell ist schon selbst gemacht</translation>
    </message>
    <message>
      <source>{label} {id} already exists; use another id, such as {free}</source>
      <translation>{label} {id} gibt es schon; eine andere Kennung wählen, etwa {free}</translation>
    </message>
    <message>
      <source>{place}: cannot be written ({strerror}); choose another place</source>
      <translation>{place}: nicht beschreibbar ({strerror}); einen anderen Ort wählen</translation>
    </message>
    <message>
      <source>{label} {ident} is not in your library: it ships with the application: duplicate it and change the copy</source>
      <translation>{label} {ident} ist nicht in der eigenen Bibliothek: es gehört zum Programm; duplizieren und die Kopie ändern</translation>
    </message>
    <message>
      <source>{label} {ident} is not in your library: it is not there</source>
      <translation>{label} {ident} ist nicht in der eigenen Bibliothek: es ist nicht da</translation>
    </message>
    <message>
      <source>{path}: format {version} is newer than {format}; update Isocost to read it</source>
      <translation>{path}: Format {version} ist neuer als {format}; zum Lesen Isocost aktualisieren</translation>
    </message>
    <message>
      <source>{path}: 'kind' must be one of {kinds}, not {stated}</source>
      <translation>{path}: 'kind' muss eines von {kinds} sein, nicht {stated}</translation>
    </message>
    <message>
      <source>{path}: says {stated} {ident}; move it to {stated2}/{ident2}{suffix}</source>
      <translation>{path}: nennt sich {stated} {ident}; nach {stated2}/{ident2}{suffix} verschieben</translation>
    </message>
    <message>
      <source>{path}: id {ident} must be of small letters, digits, dot, dash and underscore</source>
      <translation>{path}: Kennung {ident} darf nur kleine Buchstaben, Ziffern, Punkt, Bindestrich und Unterstrich enthalten</translation>
    </message>
    <message>
      <source>{path}: base {ident} is no {label} of the catalogue</source>
      <translation>{path}: Grundlage {ident} fehlt im Katalog unter {label}</translation>
    </message>
    <message>
      <source>{path}: larger than {most_bytes} MB, so not the file of one part</source>
      <translation>{path}: größer als {most_bytes} MB, also nicht die Datei eines Teils</translation>
    </message>
    <message>
      <source>{path}: cannot be read ({strerror})</source>
      <translation>{path}: nicht lesbar ({strerror})</translation>
    </message>
    <message>
      <source>{path}: is not UTF-8 text</source>
      <translation>{path}: kein Text in UTF-8</translation>
    </message>
    <message>
      <source>{path}: line {lineno} is not JSON ({msg})</source>
      <translation>{path}: Zeile {lineno} ist kein JSON ({msg})</translation>
    </message>
    <message>
      <source>{path}: is not TOML ({error})</source>
      <translation>{path}: kein TOML ({error})</translation>
    </message>
    <message>
      <source>{path}: is nested too deeply</source>
      <translation>{path}: zu tief verschachtelt</translation>
    </message>
    <message>
      <source>{path}: must hold one table with kind, id and values</source>
      <translation>{path}: muss eine Tabelle mit kind, id und values enthalten</translation>
    </message>
    <message>
      <source>id {id} must be of small letters, digits, dot, dash and underscore</source>
      <translation>Kennung {id} darf nur kleine Buchstaben, Ziffern, Punkt, Bindestrich und Unterstrich enthalten</translation>
    </message>
    <message>
      <source>{reason}; set ISOCOST_LIBRARY elsewhere</source>
      <translation>{reason}; ISOCOST_LIBRARY auf einen anderen Ort setzen</translation>
    </message>
    <message>
      <source>at most the number of query heads, {heads}</source>
      <translation>höchstens die Zahl der Query-Heads, {heads}</translation>
    </message>
    <message>
      <source>{heads} query heads do not divide into {kv} KV heads; check the file.</source>
      <translation>{heads} Query-Heads verteilen sich nicht gleichmäßig auf {kv} KV-Heads; die Datei prüfen.</translation>
    </message>
    <message>
      <source>a divisor of the hidden size {hidden} where head_dim is not given</source>
      <translation>ein Teiler der Hidden-Size {hidden}, wo head_dim fehlt</translation>
    </message>
    <message>
      <source>The head widths of latent attention are incomplete; DeepSeek's 128 + 64 and 128 were used.</source>
      <translation>Die Head-Breiten der Latent Attention sind unvollständig; DeepSeeks 128 + 64 und 128 wurden genommen.</translation>
    </message>
    <message>
      <source>{name} holds only the quantisation of a model; choose the config.json beside it</source>
      <translation>{name} enthält nur die Quantisierung eines Modells; die config.json daneben wählen</translation>
    </message>
    <message>
      <source>The folder {path} holds no config.json; choose the file itself, or the folder of a Hugging Face model</source>
      <translation>Der Ordner {path} enthält keine config.json; die Datei selbst oder den Ordner eines Hugging-Face-Modells wählen</translation>
    </message>
    <message>
      <source>{path} is no file; check the path, or choose the model's config.json</source>
      <translation>{path} ist keine Datei; den Pfad prüfen oder die config.json des Modells wählen</translation>
    </message>
    <message>
      <source>{path} cannot be opened ({error}); check the path</source>
      <translation>{path} lässt sich nicht öffnen ({error}); den Pfad prüfen</translation>
    </message>
    <message>
      <source>{name} cannot be read ({strerror}); check its permissions</source>
      <translation>{name} ist nicht lesbar ({strerror}); die Zugriffsrechte prüfen</translation>
    </message>
    <message>
      <source>{name} is larger than {size_limit} MB, which no model's configuration is; choose its config.json, not its weights or tokenizer</source>
      <translation>{name} ist größer als {size_limit} MB, was keine Modellkonfiguration ist; config.json wählen, nicht Gewichte oder Tokenizer</translation>
    </message>
    <message>
      <source>{name} is no UTF-8 text (byte {start}); choose the model's config.json</source>
      <translation>{name} ist kein Text in UTF-8 (Byte {start}); die config.json des Modells wählen</translation>
    </message>
    <message>
      <source>{name} is no valid JSON: {msg} in line {lineno}, column {colno}; download it again or mend that line</source>
      <translation>{name} ist kein gültiges JSON: {msg} in Zeile {lineno}, Spalte {colno}; neu herunterladen oder die Zeile berichtigen</translation>
    </message>
    <message>
      <source>{name} is nested too deeply to be a model's configuration; choose its config.json</source>
      <translation>{name} ist für eine Modellkonfiguration zu tief verschachtelt; deren config.json wählen</translation>
    </message>
    <message>
      <source>{name} holds a number that cannot be read ({error}); mend or remove it</source>
      <translation>{name} enthält eine nicht lesbare Zahl ({error}); berichtigen oder entfernen</translation>
    </message>
    <message>
      <source>{name} holds a JSON {value}, not an object of fields; choose the model's config.json</source>
      <translation>{name} enthält JSON vom Typ {value}, kein Objekt mit Feldern; die config.json des Modells wählen</translation>
    </message>
    <message>
      <source>list</source>
      <translation>Liste</translation>
    </message>
    <message>
      <source>text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>truth value</source>
      <translation>Wahrheitswert</translation>
    </message>
    <message>
      <source>null</source>
      <translation>null</translation>
    </message>
    <message>
      <source>{name}: {key} is a {part}, not an object with the language model's fields; download the file again</source>
      <translation>{name}: {key} ist vom Typ {part}, kein Objekt mit den Feldern des Sprachmodells; die Datei neu herunterladen</translation>
    </message>
    <message>
      <source>The {others} encoder is not counted: only the language model is read.</source>
      <translation>Der Encoder für {others} zählt nicht mit: nur das Sprachmodell wird gelesen.</translation>
    </message>
    <message>
      <source>{name}: quantization_config is a {section}, not an object; download the file again</source>
      <translation>{name}: quantization_config ist vom Typ {section}, kein Objekt; die Datei neu herunterladen</translation>
    </message>
    <message>
      <source>hf_quant_config.json beside {name}: quantization is a {beside}, not an object; download the file again</source>
      <translation>hf_quant_config.json neben {name}: quantization ist vom Typ {beside}, kein Objekt; die Datei neu herunterladen</translation>
    </message>
    <message>
      <source>The model type {model_type} is not known; the model was read by its structure. Compare the parameter count with the one its authors publish.</source>
      <translation>Der Modelltyp {model_type} ist unbekannt; das Modell wurde nach seinem Aufbau gelesen. Die Zahl der Parameter mit der von den Autoren veröffentlichten vergleichen.</translation>
    </message>
    <message>
      <source>The file names no model_type; the model was read by its structure. Compare the parameter count with the one its authors publish.</source>
      <translation>Die Datei nennt keinen model_type; das Modell wurde nach seinem Aufbau gelesen. Die Zahl der Parameter mit der von den Autoren veröffentlichten vergleichen.</translation>
    </message>
    <message>
      <source>an object with attention and ffn</source>
      <translation>ein Objekt mit attention und ffn</translation>
    </message>
    <message>
      <source> although the model has experts</source>
      <translation>, obwohl das Modell Experten hat</translation>
    </message>
    <message>
      <source>at most the number of experts, {experts}</source>
      <translation>höchstens die Zahl der Experten, {experts}</translation>
    </message>
    <message>
      <source>{source}: {field} is {shown}; it must be {allowed}. Correct the file or download it again</source>
      <translation>{source}: {field} ist {shown}; erlaubt: {allowed}. Die Datei berichtigen oder neu herunterladen</translation>
    </message>
    <message>
      <source>{source}: {names} (or {names2}) is missing{why}. Add it, or choose the complete config.json of the language model</source>
      <translation>{source}: {names} (oder {names2}) fehlt{why}. Ergänzen oder die vollständige config.json des Sprachmodells wählen</translation>
    </message>
    <message>
      <source>{source}: {names} is missing{why}. Add it, or choose the complete config.json of the language model</source>
      <translation>{source}: {names} fehlt{why}. Ergänzen oder die vollständige config.json des Sprachmodells wählen</translation>
    </message>
    <message>
      <source>{name} is not in the file; the default of its class, {defaults}, was used.</source>
      <translation>{name} fehlt in der Datei; genommen wurde die Vorgabe der Klasse, {defaults}.</translation>
    </message>
    <message>
      <source>a whole number from {low:,} to {high:,}</source>
      <translation>eine ganze Zahl von {low} bis {high}</translation>
    </message>
    <message>
      <source>{name} differs between layers; the largest, {numbers}, was taken for all.</source>
      <translation>{name} ist je Schicht verschieden; die größte Zahl, {numbers}, gilt für alle.</translation>
    </message>
    <message>
      <source>a number from {low:g} to {high:g}</source>
      <translation>eine Zahl von {low} bis {high}</translation>
    </message>
    <message>
      <source>a list of {length} entries, one for each layer</source>
      <translation>eine Liste mit {length} Einträgen, einem je Schicht</translation>
    </message>
    <message>
      <source>an object with fields of its own</source>
      <translation>ein Objekt mit eigenen Feldern</translation>
    </message>
    <message>
      <source>made of the letters M * - E</source>
      <translation>nur die Buchstaben M * - E</translation>
    </message>
    <message>
      <source>a list of {blocks}</source>
      <translation>eine Liste aus {blocks}</translation>
    </message>
    <message>
      <source>{layers} letters long, one for each layer</source>
      <translation>{layers} Buchstaben, einer je Schicht</translation>
    </message>
    <message>
      <source>a list of names of layer types</source>
      <translation>eine Liste mit Namen von Schichttypen</translation>
    </message>
    <message>
      <source>The layer type {value} is not known; it was read as full attention.</source>
      <translation>Der Schichttyp {value} ist unbekannt; er wurde als volle Attention gelesen.</translation>
    </message>
    <message>
      <source>{unread} entries of the quantisation lists could not be read, such as {unread2}; the weight bytes may be slightly off.</source>
      <translation>{unread} Einträge der Quantisierungslisten sind nicht lesbar, etwa {unread2}; die Bytes der Gewichte können leicht abweichen.</translation>
    </message>
    <message>
      <source>text such as bfloat16</source>
      <translation>Text wie bfloat16</translation>
    </message>
    <message>
      <source>The dtype {value} is not known; 16 bits per weight were taken.</source>
      <translation>Der dtype {value} ist unbekannt; genommen wurden 16 Bit je Gewicht.</translation>
    </message>
    <message>
      <source>The file names no dtype; 16 bits per weight were taken.</source>
      <translation>Die Datei nennt keinen dtype; genommen wurden 16 Bit je Gewicht.</translation>
    </message>
    <message>
      <source>The quantisation method {method} is not known; it was read as {bits}-bit weights.</source>
      <translation>Das Quantisierungsverfahren {method} ist unbekannt; gelesen als Gewichte mit {bits} Bit.</translation>
    </message>
    <message>
      <source>The quantisation method {method} is not known; it was read as unquantised weights.</source>
      <translation>Das Quantisierungsverfahren {method} ist unbekannt; gelesen als unquantisierte Gewichte.</translation>
    </message>
    <message>
      <source>The quantisation {algorithm} is not known; weights were taken as unquantised.</source>
      <translation>Die Quantisierung {algorithm} ist unbekannt; die Gewichte gelten als unquantisiert.</translation>
    </message>
    <message>
      <source>The quantisation has no config_groups; weights were taken as unquantised.</source>
      <translation>Der Quantisierung fehlen config_groups; die Gewichte gelten als unquantisiert.</translation>
    </message>
    <message>
      <source>{name}: the file adds up to an impossible model: {error}. Correct the file or download it again</source>
      <translation>{name}: die Datei ergibt ein unmögliches Modell: {error}. Die Datei berichtigen oder neu herunterladen</translation>
    </message>
    <message>
      <source>context is {context}; give a number of tokens from 1 to {context_limit:,}, such as 8192</source>
      <translation>Kontext ist {context}; eine Zahl von Token von 1 bis {context_limit} angeben, etwa 8192</translation>
    </message>
    <message>
      <source>the years ahead need a scenario that can be served: {said}</source>
      <translation>die kommenden Jahre brauchen ein Szenario, das bedient werden kann: {said}</translation>
    </message>
    <message>
      <source>it costs nothing</source>
      <translation>es kostet nichts</translation>
    </message>
    <message>
      <source>the years ahead need a price above 0: set price.output or price.input, or price.subscription</source>
      <translation>die kommenden Jahre brauchen einen Preis über 0: setzen Sie price.output, price.input oder price.subscription</translation>
    </message>
    <message>
      <source>the path has {size} years</source>
      <translation>der Pfad hat {size} Jahre</translation>
    </message>
    <message>
      <source>{key} is no figure of a year ahead</source>
      <translation>{key} ist keine Kennzahl eines künftigen Jahres</translation>
    </message>
    <message>
      <source>the shape of a week needs 24 or {hours} numbers, an hour each, not {count}</source>
      <translation>die Form der Woche braucht 24 oder {hours} Zahlen, je Stunde eine, nicht {count}</translation>
    </message>
    <message>
      <source>{given} numbers</source>
      <translation>{given} Zahlen</translation>
    </message>
    <message>
      <source>hour {hour} of the shape is {value}; every hour must be a finite number</source>
      <translation>Stunde {hour} der Form ist {value}; jede Stunde muss eine endliche Zahl sein</translation>
    </message>
    <message>
      <source>hour {hour} of the shape is {value:g}; it must lie between 0 and 1e12</source>
      <translation>Stunde {hour} der Form ist {value}; sie muss zwischen 0 und 1e12 liegen</translation>
    </message>
    <message>
      <source>every hour of the shape is 0; raise at least one of them</source>
      <translation>jede Stunde der Form ist 0; mindestens eine erhöhen</translation>
    </message>
    <message>
      <source>{place} must be a table of label, values and facts, not {entry}</source>
      <translation>{place} muss eine Tabelle mit label, values und facts sein, nicht {entry}</translation>
    </message>
    <message>
      <source>{place} has an unknown field {unknown}; allowed: {entry_fields}</source>
      <translation>{place} hat ein unbekanntes Feld {unknown}; erlaubt: {entry_fields}</translation>
    </message>
    <message>
      <source>{place}: aliases must be a list of names, not {aliases}</source>
      <translation>{place}: aliases muss eine Liste von Namen sein, nicht {aliases}</translation>
    </message>
    <message>
      <source>{place} lacks {missing}; give it or name a part as 'base'</source>
      <translation>{place}: {missing} fehlt; angeben oder unter 'base' ein Teil nennen</translation>
    </message>
    <message>
      <source>{place} lacks {missing}; give them or name a part as 'base'</source>
      <translation>{place}: {missing} fehlen; angeben oder unter 'base' ein Teil nennen</translation>
    </message>
    <message>
      <source>{place}: only a shape has a series; take it out</source>
      <translation>{place}: nur eine Form hat eine series; herausnehmen</translation>
    </message>
    <message>
      <source>{place}: {key} is not a value of this kind; did you mean {near}?</source>
      <translation>{place}: {key} ist kein Wert dieser Art; gemeint vielleicht {near}?</translation>
    </message>
    <message>
      <source>{place}: {key} is not a value of this kind; allowed: {keys}</source>
      <translation>{place}: {key} ist kein Wert dieser Art; erlaubt: {keys}</translation>
    </message>
    <message>
      <source>{place}: {value} is not a number</source>
      <translation>{place}: {value} ist keine Zahl</translation>
    </message>
    <message>
      <source>{place}: unit {unit} does not fit; use {unit2}</source>
      <translation>{place}: Einheit {unit} passt nicht; möglich: {unit2}</translation>
    </message>
    <message>
      <source>{place} must be a table of value, unit, source and grade, not {data}</source>
      <translation>{place} muss eine Tabelle mit value, unit, source und grade sein, nicht {data}</translation>
    </message>
    <message>
      <source>{place} has no {field}; every figure needs value, unit, source and grade</source>
      <translation>{place}: Feld {field} fehlt; jeder Wert braucht value, unit, source und grade</translation>
    </message>
    <message>
      <source>{place}: {name} {number} is not a finite number</source>
      <translation>{place}: {name} {number} ist keine endliche Zahl</translation>
    </message>
    <message>
      <source>{place}: {name} {number} is not a number</source>
      <translation>{place}: {name} {number} ist keine Zahl</translation>
    </message>
    <message>
      <source>{place}: value {value} is neither a number nor a name</source>
      <translation>{place}: Wert {value} ist weder Zahl noch Name</translation>
    </message>
    <message>
      <source>{place}: the source is empty; say where the figure comes from</source>
      <translation>{place}: die Quelle ist leer; angeben, woher der Wert stammt</translation>
    </message>
    <message>
      <source>{place}: grade {data} is not one of {grades}</source>
      <translation>{place}: grade {data} ist keines von {grades}</translation>
    </message>
    <message>
      <source>{place}: {name} must be a table, not {table}</source>
      <translation>{place}: {name} muss eine Tabelle sein, nicht {table}</translation>
    </message>
    <message>
      <source>{place}: {name} must be text, not {text}</source>
      <translation>{place}: {name} muss Text sein, nicht {text}</translation>
    </message>
    <message>
      <source>Type a number. Examples: 1.2, 3k, 12%</source>
      <translation>Eine Zahl eingeben. Beispiele: 1.2, 3k, 12%</translation>
    </message>
    <message>
      <source>The text is too long to be a number ({plain} characters). Examples: 1.2, 3k, 12%</source>
      <translation>Der Text ist zu lang für eine Zahl ({plain} Zeichen). Beispiele: 1.2, 3k, 12%</translation>
    </message>
    <message>
      <source>{text} does not measure {what}; leave the unit out</source>
      <translation>{text} misst nicht {what}; bitte ohne Einheit</translation>
    </message>
    <message>
      <source>{text} is not a unit of {what}; use {shown}</source>
      <translation>{text} ist keine Einheit für {what}; möglich: {shown}</translation>
    </message>
    <message>
      <source>{text} is not a unit of {what}; leave the unit out</source>
      <translation>{text} ist keine Einheit für {what}; bitte ohne Einheit</translation>
    </message>
    <message>
      <source>a plain number</source>
      <translation>eine reine Zahl</translation>
    </message>
    <message>
      <source>'{shown}' is not a number. Examples: 1.2, 3k, 12%. Put = in front to calculate: ={shown2}</source>
      <translation>„{shown}“ ist keine Zahl. Beispiele: 1.2, 3k, 12%. Zum Rechnen = voranstellen: ={shown2}</translation>
    </message>
    <message>
      <source>'{shown}' is not a number. Examples: 1.2, 3k, 12%</source>
      <translation>„{shown}“ ist keine Zahl. Beispiele: 1.2, 3k, 12%</translation>
    </message>
    <message>
      <source>{whole} is too large a number</source>
      <translation>{whole} ist eine zu große Zahl</translation>
    </message>
    <message>
      <source>{whole} is too small a number</source>
      <translation>{whole} ist eine zu kleine Zahl</translation>
    </message>
    <message>
      <source>The low number comes first: {second} to {first}</source>
      <translation>Die kleinere Zahl kommt zuerst: {second} – {first}</translation>
    </message>
    <message>
      <source>{text} divides by zero</source>
      <translation>{text} teilt durch null</translation>
    </message>
    <message>
      <source>{text} cannot be calculated. Example: =2*(1.3+0.2)</source>
      <translation>{text} lässt sich nicht berechnen. Beispiel: =2*(1.3+0.2)</translation>
    </message>
    <message>
      <source>{part} is no condition: write a column, one of &lt; &lt;= &gt; &gt;= = and a value, as gross margin &gt; 20%; join by and</source>
      <translation>{part} ist keine Bedingung: eine Spalte, eines von &lt; &lt;= &gt; &gt;= = und einen Wert schreiben, etwa Bruttomarge &gt; 20%; verbinden mit „and“</translation>
    </message>
    <message>
      <source>{name} may be {told}; name one of them</source>
      <translation>{name} kann {told} sein; eines davon nennen</translation>
    </message>
    <message>
      <source>no column is called {name}; {low}</source>
      <translation>eine Spalte {name} gibt es nicht; {low}</translation>
    </message>
    <message>
      <source>there are {labels}, as {labels2}</source>
      <translation>es gibt {labels}, etwa {labels2}</translation>
    </message>
    <message>
      <source>there are {labels}</source>
      <translation>es gibt {labels}</translation>
    </message>
    <message>
      <source>did you mean {labels}?</source>
      <translation>gemeint vielleicht {labels}?</translation>
    </message>
    <message>
      <source>{key}: {text} is a range; write one number</source>
      <translation>{key}: {text} ist eine Spanne; eine einzelne Zahl schreiben</translation>
    </message>
    <message>
      <source>{key}: {text} is not one of {names}</source>
      <translation>{key}: {text} ist keines von {names}</translation>
    </message>
    <message>
      <source>{key} is not a number but {value}</source>
      <translation>{key} ist keine Zahl, sondern {value}</translation>
    </message>
    <message>
      <source>there is no tier {number}; tiers are 1 to {tiers}</source>
      <translation>eine Stufe {number} gibt es nicht; Stufen sind 1 bis {tiers}</translation>
    </message>
    <message>
      <source>Shape of the week: there is no shape {ident} here or in the scenario; there are {names}</source>
      <translation>Form der Woche: eine Form {ident} gibt es weder hier noch im Szenario; es gibt {names}</translation>
    </message>
    <message>
      <source>a workbook needs xlsxwriter: pip install 'isocost[xlsx]'</source>
      <translation>eine Arbeitsmappe braucht xlsxwriter: pip install 'isocost[xlsx]'</translation>
    </message>
    <message>
      <source>requests: {requests} is not between 1 and {most_requests:,}</source>
      <translation>Anfragen: {requests} liegt nicht zwischen 1 und {most_requests}</translation>
    </message>
    <message>
      <source>seed: {seed} is not a whole number from 0 on</source>
      <translation>Startwert: {seed} ist keine ganze Zahl ab 0</translation>
    </message>
    <message>
      <source>replicas: {replicas} is not between 1 and {most_replicas:,}</source>
      <translation>Replikate: {replicas} liegt nicht zwischen 1 und {most_replicas}</translation>
    </message>
    <message>
      <source>dispatch: {dispatch} is not one of {dispatch2}</source>
      <translation>Verteilung: {dispatch} ist keines von {dispatch2}</translation>
    </message>
    <message>
      <source>nothing to simulate: tokens are bought, and the latency is what the seller states; set finance.supply to own, rent or mixed</source>
      <translation>nichts zu simulieren: Token sind gekauft, und die Latenz ist die vom Verkäufer angegebene; finance.supply auf own, rent oder mixed setzen</translation>
    </message>
    <message>
      <source>nothing to simulate: {text}</source>
      <translation>nichts zu simulieren: {text}</translation>
    </message>
    <message>
      <source>nothing to simulate: the load is beyond capacity</source>
      <translation>nichts zu simulieren: die Last übersteigt die Kapazität</translation>
    </message>
    <message>
      <source>replicas: separate pools for prefill and decode need at least 2</source>
      <translation>Replikate: getrennte Pools für Prefill und Decode brauchen mindestens 2</translation>
    </message>
    <message>
      <source>nothing to simulate: no request fits into the cache memory of a replica</source>
      <translation>nichts zu simulieren: keine Anfrage passt in den Cache-Speicher eines Replikats</translation>
    </message>
    <message>
      <source>speed: {speed:g} is not a number above 0</source>
      <translation>Tempo: {speed} ist keine Zahl über 0</translation>
    </message>
    <message>
      <source>{name}: all requests come at once; there is no rate to scale</source>
      <translation>{name}: alle Anfragen kommen auf einmal; es gibt keine Rate zum Skalieren</translation>
    </message>
    <message>
      <source>{path}: not a CSV file of text ({error})</source>
      <translation>{path}: keine CSV-Textdatei ({error})</translation>
    </message>
    <message>
      <source>{path}: there are no requests in it</source>
      <translation>{path}: enthält keine Anfragen</translation>
    </message>
    <message>
      <source>{path}, line {line_num}: {row} columns where {places} are needed</source>
      <translation>{path}, Zeile {line_num}: {row} Spalten, nötig sind {places}</translation>
    </message>
    <message>
      <source>{path}, line 1: no column for the {wanted}; it may be called {names} (a file may begin with the line arrival,input_tokens,output_tokens)</source>
      <translation>{path}, Zeile 1: keine Spalte für {wanted}; sie kann {names} heißen (eine Datei kann mit der Zeile arrival,input_tokens,output_tokens beginnen)</translation>
    </message>
    <message>
      <source>{where}: {text} is no time; allowed are seconds (12.5) and time stamps (2023-11-16 18:17:03.98)</source>
      <translation>{where}: {text} ist keine Zeit; erlaubt sind Sekunden (12.5) und Zeitstempel (2023-11-16 18:17:03.98)</translation>
    </message>
    <message>
      <source>{where}: {text} is no time; allowed are finite seconds</source>
      <translation>{where}: {text} ist keine Zeit; erlaubt sind endliche Sekunden</translation>
    </message>
    <message>
      <source>{where}: {text} is no count of tokens; allowed are whole numbers from 1 to {most_tokens:,}</source>
      <translation>{where}: {text} ist keine Tokenzahl; erlaubt sind ganze Zahlen von 1 bis {most_tokens}</translation>
    </message>
    <message>
      <source>prefixes: groups, sessions and turns are at least 1, the system prompt at least 0 tokens</source>
      <translation>Präfixe: Gruppen, Sitzungen und Runden sind mindestens 1, der System-Prompt mindestens 0 Token</translation>
    </message>
    <message>
      <source>prefixes: {turns:g} turns of {mean_out:,.0f} output tokens and a system prompt of {system:,} leave nothing of a mean input of {mean_in:,.0f} tokens for the question; set fewer turns or a longer workload.input_tokens</source>
      <translation>Präfixe: {turns} Runden mit {mean_out} Ausgabetoken und ein System-Prompt von {system} lassen von im Mittel {mean_in} Eingabetoken nichts für die Frage; weniger Runden oder größere workload.input_tokens setzen</translation>
    </message>
    <message>
      <source>{key} is no number and cannot be solved for; choose one that is</source>
      <translation>{key} ist keine Zahl, nach der sich auflösen lässt; eine wählen, die es ist</translation>
    </message>
    <message>
      <source>{label} ({key}) is locked; unlock it to solve for it</source>
      <translation>{label} ({key}) ist gesperrt; zum Auflösen entsperren</translation>
    </message>
    <message>
      <source>{label} ({key}) does not move {label2}: {why}</source>
      <translation>{label} ({key}) bewegt {label2} nicht: {why}</translation>
    </message>
    <message>
      <source>{label} ({key}) does not move {label2}</source>
      <translation>{label} ({key}) bewegt {label2} nicht</translation>
    </message>
    <message>
      <source>No effect while tier {tier} is not in use</source>
      <translation>Ohne Wirkung, solange Stufe {tier} nicht genutzt wird</translation>
    </message>
    <message>
      <source>No effect while tier {used} is the last in use and takes the rest</source>
      <translation>Ohne Wirkung, solange Stufe {used} die letzte genutzte ist und den Rest nimmt</translation>
    </message>
    <message>
      <source>No effect while “{label}” is “{other}”; it counts with {wanted}</source>
      <translation>Ohne Wirkung, solange „{label}“ auf „{other}“ steht; zählt bei „{wanted}“</translation>
    </message>
    <message>
      <source>{metric} is not a metric; `isocost evaluate --json` lists them</source>
      <translation>{metric} ist keine Kennzahl; `isocost evaluate --json` zählt sie auf</translation>
    </message>
    <message>
      <source>target of {metric}: {error}</source>
      <translation>Ziel für {metric}: {error}</translation>
    </message>
    <message>
      <source>target of {metric}: {text} is a range; write one number</source>
      <translation>Ziel für {metric}: {text} ist eine Spanne; eine einzelne Zahl schreiben</translation>
    </message>
    <message>
      <source>{metric} is no quantity to solve for; choose one, such as gross_margin</source>
      <translation>{metric} ist keine Größe, nach der sich auflösen lässt; eine wählen, etwa gross_margin</translation>
    </message>
    <message>
      <source>{metric}: the target must be a finite number, not {target}</source>
      <translation>{metric}: das Ziel muss eine endliche Zahl sein, nicht {target}</translation>
    </message>
    <message>
      <source>{label} has no value at this scenario, so that nothing moves it</source>
      <translation>{label} hat in diesem Szenario keinen Wert, darum bewegt ihn nichts</translation>
    </message>
    <message>
      <source>{key} is no metric to rank by: neither less nor more of it is better</source>
      <translation>{key} taugt nicht als Kennzahl einer Rangfolge: weder weniger noch mehr davon ist besser</translation>
    </message>
    <message>
      <source>finance.supply: tokens that are bought have no deployment to search; choose own, rent or mixed</source>
      <translation>finance.supply: für gekaufte Token gibt es kein Deployment zu suchen; own, rent oder mixed wählen</translation>
    </message>
    <message>
      <source>there is nothing to compare; choose at least one way to serve</source>
      <translation>es gibt nichts zu vergleichen; mindestens eine Art zu bedienen wählen</translation>
    </message>
    <message>
      <source>{key} cannot be both axes of a map</source>
      <translation>{key} kann nicht beide Achsen einer Karte sein</translation>
    </message>
    <message>
      <source>routing.mode: one tier serves; add a second to see which tier wins where</source>
      <translation>routing.mode: nur eine Stufe bedient; eine zweite hinzufügen, um zu sehen, welche wo gewinnt</translation>
    </message>
    <message>
      <source>{key}: {value} is not the name of a part</source>
      <translation>{key}: {value} ist nicht der Name eines Teils</translation>
    </message>
    <message>
      <source>{key}: {value} is not a finite number</source>
      <translation>{key}: {value} ist keine endliche Zahl</translation>
    </message>
    <message>
      <source>{label} must be between {low} and {high}, not {number}</source>
      <translation>{label} muss zwischen {low} und {high} liegen, nicht bei {number}</translation>
    </message>
    <message>
      <source>{label} must be at least {low}, not {number}</source>
      <translation>{label} muss mindestens {low} sein, nicht {number}</translation>
    </message>
    <message>
      <source>{label} must be a whole number, not {number:g}</source>
      <translation>{label} muss eine ganze Zahl sein, nicht {number}</translation>
    </message>
    <message>
      <source>[variants] make {count:,} cases; the most is {most_cases:,}: move inputs to [sweep.axes]</source>
      <translation>[variants] ergeben {count} Fälle; höchstens {most_cases} sind erlaubt: Eingaben nach [sweep.axes] verschieben</translation>
    </message>
    <message>
      <source>{folder} holds no study: it has no {name}</source>
      <translation>{folder} enthält keine Studie: {name} fehlt</translation>
    </message>
    <message>
      <source>a study's result is Parquet: pip install 'isocost[parquet]'</source>
      <translation>das Ergebnis einer Studie ist Parquet: pip install 'isocost[parquet]'</translation>
    </message>
    <message>
      <source>{folder}: the study has begun, and no chunk of it is done yet</source>
      <translation>{folder}: die Studie hat begonnen, aber noch kein Stück ist fertig</translation>
    </message>
    <message>
      <source>{path} is no study: it has more than {most_bytes:,} bytes</source>
      <translation>{path} ist keine Studie: mehr als {most_bytes} Bytes</translation>
    </message>
    <message>
      <source>{path} is no TOML file: {error}</source>
      <translation>{path} ist keine TOML-Datei: {error}</translation>
    </message>
    <message>
      <source>[{table}] is not known; a study has {tables}</source>
      <translation>[{table}] ist unbekannt; eine Studie hat {tables}</translation>
    </message>
    <message>
      <source>[sweep.axes] {twice} is in [variants] too; leave it in one of them</source>
      <translation>[sweep.axes] {twice} steht auch in [variants]; nur in einem davon lassen</translation>
    </message>
    <message>
      <source>{name} = {values}: must be a table, [{name2}]</source>
      <translation>{name} = {values}: muss eine Tabelle sein, [{name2}]</translation>
    </message>
    <message>
      <source>[{name}] {key} is not known; there are {known}</source>
      <translation>[{name}] {key} ist unbekannt; es gibt {known}</translation>
    </message>
    <message>
      <source>[{name}] {key} = {told}: must be {allowed}</source>
      <translation>[{name}] {key} = {told}: erlaubt ist {allowed}</translation>
    </message>
    <message>
      <source>a text</source>
      <translation>ein Text</translation>
    </message>
    <message>
      <source>one of {names}</source>
      <translation>eines von {names}</translation>
    </message>
    <message>
      <source>a list of texts: {needed}</source>
      <translation>eine Liste von Texten: {needed}</translation>
    </message>
    <message>
      <source>a list of texts</source>
      <translation>eine Liste von Texten</translation>
    </message>
    <message>
      <source>[{name}] {key} is empty or missing: give {allowed}</source>
      <translation>[{name}] {key} ist leer oder fehlt: {allowed} angeben</translation>
    </message>
    <message>
      <source>at least one, or leave it out</source>
      <translation>mindestens eines, oder ganz weglassen</translation>
    </message>
    <message>
      <source>[{name}] {key} = {told}: must be a text, a number, or a list of them</source>
      <translation>[{name}] {key} = {told}: muss ein Text, eine Zahl oder eine Liste davon sein</translation>
    </message>
    <message>
      <source>[{name}] {key} = {name2}: neither less nor more of it is better; {ranks} rank</source>
      <translation>[{name}] {key} = {name2}: weder weniger noch mehr davon ist besser; eine Rangfolge haben {ranks}</translation>
    </message>
    <message>
      <source>[sweep.axes] {key} is what [search] looks for; take it out of one of them</source>
      <translation>[sweep.axes] {key} ist, wonach [search] sucht; aus einem davon herausnehmen</translation>
    </message>
    <message>
      <source>how many, or a list of whole numbers, as [1, 2, 3]</source>
      <translation>wie viele, oder eine Liste ganzer Zahlen, etwa [1, 2, 3]</translation>
    </message>
    <message>
      <source>{part} is no condition: write a column, one of &lt; &lt;= &gt; &gt;= = != and a value, as gross margin &gt; 20%; join by and</source>
      <translation>{part} ist keine Bedingung: eine Spalte, eines von &lt; &lt;= &gt; &gt;= = != und einen Wert schreiben, etwa Bruttomarge &gt; 20%; verbinden mit „and“</translation>
    </message>
    <message>
      <source>no column is called {name}; there are {fields}</source>
      <translation>eine Spalte {name} gibt es nicht; es gibt {fields}</translation>
    </message>
    <message>
      <source>{label} is in words: ask for = or !=</source>
      <translation>{label} besteht aus Wörtern: mit = oder != fragen</translation>
    </message>
    <message>
      <source>{label}: {text} is no number</source>
      <translation>{label}: {text} ist keine Zahl</translation>
    </message>
    <message>
      <source>it is of schema {content}, this Isocost reads {schema}: update Isocost</source>
      <translation>sie ist von Schema {content}, dieses Isocost liest {schema}: Isocost aktualisieren</translation>
    </message>
    <message>
      <source>it is no manifest of a study: {error}</source>
      <translation>sie ist kein Manifest einer Studie: {error}</translation>
    </message>
    <message>
      <source>the study has a value that a manifest cannot keep: {error}</source>
      <translation>die Studie hat einen Wert, den ein Manifest nicht aufnehmen kann: {error}</translation>
    </message>
    <message>
      <source>{key}={text}: write {key2}=LOW:HIGH:N or {key3}=LOW:HIGH:N:log</source>
      <translation>{key}={text}: Schreibweise {key2}=VON:BIS:N oder {key3}=VON:BIS:N:log</translation>
    </message>
    <message>
      <source>{key}: the number of points must be between 2 and {max_points:,}, not {parts}</source>
      <translation>{key}: die Zahl der Punkte muss zwischen 2 und {max_points} liegen, nicht {parts}</translation>
    </message>
    <message>
      <source>the sweep has {count:,} points; the most is {max_points:,}</source>
      <translation>der Durchlauf hat {count} Punkte; höchstens {max_points} sind erlaubt</translation>
    </message>
    <message>
      <source>{key} is not a metric; did you mean {near}?</source>
      <translation>{key} ist keine Kennzahl; gemeint vielleicht {near}?</translation>
    </message>
    <message>
      <source>{key} is not a metric; there are {metrics}</source>
      <translation>{key} ist keine Kennzahl; es gibt {metrics}</translation>
    </message>
    <message>
      <source>{mode} is no way to sweep; choose {modes}</source>
      <translation>{mode} ist keine Art des Durchlaufs; möglich: {modes}</translation>
    </message>
    <message>
      <source>a sweep takes {least} to {most} inputs, not {axes}</source>
      <translation>ein Durchlauf nimmt {least} bis {most} Eingaben, nicht {axes}</translation>
    </message>
    <message>
      <source>{label} ({key}) is swept twice; choose another input</source>
      <translation>{label} ({key}) wird doppelt durchlaufen; eine andere Eingabe wählen</translation>
    </message>
    <message>
      <source>linked inputs need equally many values: {told}</source>
      <translation>verknüpfte Eingaben brauchen gleich viele Werte: {told}</translation>
    </message>
    <message>
      <source>{key}: {part} is a range; write one number, or 8:512:24</source>
      <translation>{key}: {part} ist eine Spanne; eine einzelne Zahl schreiben, oder 8:512:24</translation>
    </message>
    <message>
      <source>there can be {tiers} tiers; remove one first</source>
      <translation>mehr als {tiers} Stufen gibt es nicht; zuerst eine entfernen</translation>
    </message>
    <message>
      <source>there is no tier {tier} that could be removed</source>
      <translation>eine Stufe {tier}, die zu entfernen wäre, gibt es nicht</translation>
    </message>
    <message>
      <source>{key} is not a parameter; did you mean {near}?</source>
      <translation>{key} ist keine Eingabe; gemeint vielleicht {near}?</translation>
    </message>
    <message>
      <source>{key} is not a parameter</source>
      <translation>{key} ist keine Eingabe</translation>
    </message>
    <message>
      <source>{key}: {plain} is not a parameter; did you mean {near}?</source>
      <translation>{key}: {plain} ist keine Eingabe; gemeint vielleicht {near}?</translation>
    </message>
    <message>
      <source>{key}: {plain} is not a parameter</source>
      <translation>{key}: {plain} ist keine Eingabe</translation>
    </message>
    <message>
      <source>{key}: tier 1 is the scenario itself; write {plain}</source>
      <translation>{key}: Stufe 1 ist das Szenario selbst; {plain} schreiben</translation>
    </message>
    <message>
      <source>{key}: there are tiers 2 to {tiers} beside the scenario itself</source>
      <translation>{key}: neben dem Szenario selbst gibt es die Stufen 2 bis {tiers}</translation>
    </message>
    <message>
      <source>{key}: all tiers share {group}; write {plain}</source>
      <translation>{key}: alle Stufen teilen sich {group}; {plain} schreiben</translation>
    </message>
    <message>
      <source>{name}: {reason}; give a CSV file of measured points, plain or .gz</source>
      <translation>{name}: {reason}; eine CSV-Datei mit Messpunkten angeben, einfach oder .gz</translation>
    </message>
    <message>
      <source>{name} is not UTF-8 text; give a CSV file, plain or .gz</source>
      <translation>{name} ist kein Text in UTF-8; eine CSV-Datei angeben, einfach oder .gz</translation>
    </message>
    <message>
      <source>{name} holds more than {most_bytes} MB of text; give fewer points</source>
      <translation>{name} enthält mehr als {most_bytes} MB Text; weniger Punkte angeben</translation>
    </message>
    <message>
      <source>{name}, line {line_num}: {error}; write it as plain CSV</source>
      <translation>{name}, Zeile {line_num}: {error}; als einfaches CSV schreiben</translation>
    </message>
    <message>
      <source>{name} is empty; its first line must name the columns</source>
      <translation>{name} ist leer; die erste Zeile muss die Spalten benennen</translation>
    </message>
    <message>
      <source>{name} has no column {wanted}; a file of measured points needs it</source>
      <translation>{name} hat keine Spalte {wanted}; eine Datei mit Messpunkten braucht sie</translation>
    </message>
    <message>
      <source>there is no group {dimension}; there are {dimensions}</source>
      <translation>eine Gruppe {dimension} gibt es nicht; es gibt {dimensions}</translation>
    </message>
    <message>
      <source>no point has {dimension} {label}; there are {value}</source>
      <translation>kein Punkt hat {dimension} {label}; es gibt {value}</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keiner</translation>
    </message>
    <message>
      <source>{word} is not a number; paste 24 or 168 numbers, an hour each, from Monday 0:00</source>
      <translation>{word} ist keine Zahl; 24 oder 168 Zahlen einfügen, je Stunde eine, ab Montag 0:00</translation>
    </message>
    <message>
      <source>{path}: all requests come at once; a replay needs arrivals spread over time</source>
      <translation>{path}: alle Anfragen kommen auf einmal; zum Abspielen müssen sich die Ankünfte über die Zeit verteilen</translation>
    </message>
    <message>
      <source>the view is still being computed; try again in a moment</source>
      <translation>die Ansicht wird noch berechnet; gleich noch einmal versuchen</translation>
    </message>
    <message>
      <source>{name} cannot be opened here. Drop a scenario (.isocost), a picture, report or sheet that Isocost exported (.png, .svg, .pdf, .xlsx), a model's config.json, a CSV of measured points, or the folder of a study</source>
      <translation>{name} lässt sich hier nicht öffnen. Möglich sind ein Szenario (.isocost), ein von Isocost exportiertes Bild, ein Bericht oder eine Tabelle (.png, .svg, .pdf, .xlsx), die config.json eines Modells, eine CSV-Datei mit Messpunkten oder der Ordner einer Studie</translation>
    </message>
    <message>
      <source>The measured points could not be judged.</source>
      <translation>Die Messpunkte ließen sich nicht beurteilen.</translation>
    </message>
    <message>
      <source>{label} does not move {goal} here</source>
      <translation>{label} bewegt {goal} hier nicht</translation>
    </message>
    <message>
      <source>The least must be below the most</source>
      <translation>Der kleinste Wert muss unter dem größten liegen</translation>
    </message>
    <message>
      <source>P10 must be below P90</source>
      <translation>P10 muss unter P90 liegen</translation>
    </message>
    <message>
      <source>That is one figure, not a distribution. Type 3 to 6, or pert 2 3 6</source>
      <translation>Das ist eine Zahl, keine Verteilung. Etwa 3 – 6 oder pert 2 3 6 schreiben</translation>
    </message>
    <message>
      <source>Autosaved {time}</source>
      <translation>Gesichert {time}</translation>
    </message>
    <message>
      <source>Autosave: {trouble}</source>
      <translation>Automatisches Sichern: {trouble}</translation>
    </message>
    <message>
      <source>{name} is open elsewhere too: {who}. The one who saves last wins; save under another name to keep both.</source>
      <translation>{name} ist auch anderswo offen: {who}. Wer zuletzt speichert, gewinnt; unter anderem Namen gespeichert, bleibt beides.</translation>
    </message>
    <message>
      <source>Unsaved work could not be recovered: {why}. The file was set aside as {place}.</source>
      <translation>Ungesicherte Arbeit konnte nicht wiederhergestellt werden: {why}. Die Datei wurde als {place} beiseitegelegt.</translation>
    </message>
    <message>
      <source>Duplicate {name}</source>
      <translation>{name} duplizieren</translation>
    </message>
    <message>
      <source>{name} variant</source>
      <translation>{name}, Variante</translation>
    </message>
    <message>
      <source>New child of {name}</source>
      <translation>Neues Kind von {name}</translation>
    </message>
    <message>
      <source>Open {name}</source>
      <translation>{name} öffnen</translation>
    </message>
    <message>
      <source>{name} copy</source>
      <translation>{name}, Kopie</translation>
    </message>
    <message>
      <source>Baseline  {name}</source>
      <translation>Basis  {name}</translation>
    </message>
    <message>
      <source>as opened</source>
      <translation>wie geöffnet</translation>
    </message>
    <message>
      <source>as pinned</source>
      <translation>wie festgehalten</translation>
    </message>
    <message>
      <source>parent {name}</source>
      <translation>Elternteil {name}</translation>
    </message>
    <message>
      <source>Set uncertainty of {label}</source>
      <translation>Unsicherheit setzen: {label}</translation>
    </message>
    <message>
      <source>Lock {label}</source>
      <translation>{label} sperren</translation>
    </message>
    <message>
      <source>Unlock {label}</source>
      <translation>{label} entsperren</translation>
    </message>
    <message>
      <source>Note source of {label}</source>
      <translation>Quelle vermerken: {label}</translation>
    </message>
    <message>
      <source>Edit note</source>
      <translation>Notiz ändern</translation>
    </message>
    <message>
      <source>Rename to {name}</source>
      <translation>In {name} umbenennen</translation>
    </message>
    <message>
      <source>Reset all</source>
      <translation>Alles zurücksetzen</translation>
    </message>
    <message>
      <source>Pin baseline</source>
      <translation>Basis festhalten</translation>
    </message>
    <message>
      <source>Inherit {label}</source>
      <translation>{label} erben</translation>
    </message>
    <message>
      <source>Reset {label}</source>
      <translation>{label} zurücksetzen</translation>
    </message>
    <message>
      <source>Add {name}</source>
      <translation>{name} hinzufügen</translation>
    </message>
    <message>
      <source>Close {name}</source>
      <translation>{name} schließen</translation>
    </message>
    <message>
      <source>{label} {seen} is above what sources show ({range})</source>
      <translation>{label} {seen} liegt über allem, was Quellen zeigen ({range})</translation>
    </message>
    <message>
      <source>{label} {seen} is below what sources show ({range})</source>
      <translation>{label} {seen} liegt unter allem, was Quellen zeigen ({range})</translation>
    </message>
    <message>
      <source>{label} is above what sources show ({range})</source>
      <translation>{label} liegt über allem, was Quellen zeigen ({range})</translation>
    </message>
    <message>
      <source>{label} is below what sources show ({range})</source>
      <translation>{label} liegt unter allem, was Quellen zeigen ({range})</translation>
    </message>
    <message>
      <source>Weights alone take {need} GB of the {usable} GB an accelerator offers</source>
      <translation>Allein die Gewichte belegen {need} GB der {usable} GB, die ein Beschleuniger bietet</translation>
    </message>
    <message>
      <source>Weights and KV cache need {need} GB on an accelerator, it has {usable} GB</source>
      <translation>Gewichte und KV-Cache brauchen {need} GB je Beschleuniger, er hat {usable} GB</translation>
    </message>
    <message>
      <source>{limit} is above its limit of {most} however few requests come</source>
      <translation>{limit} liegt über der Grenze von {most}, so wenige Anfragen auch kommen</translation>
    </message>
    <message>
      <source>{limit} is {value}, the limit {most}</source>
      <translation>{limit} ist {value}, die Grenze {most}</translation>
    </message>
    <message>
      <source>{asked} sequences are asked for, a replica runs at most {most}</source>
      <translation>{asked} Sequenzen sind verlangt, ein Replikat schafft höchstens {most}</translation>
    </message>
    <message>
      <source>Requests arrive faster than a replica can serve them with {most} sequences at once</source>
      <translation>Anfragen kommen schneller, als ein Replikat sie mit {most} Sequenzen zugleich bedienen kann</translation>
    </message>
    <message>
      <source>{share} of the answers are good, the floor is {floor}</source>
      <translation>{share} der Antworten sind gut, die Schwelle liegt bei {floor}</translation>
    </message>
    <message>
      <source>Tier {tier}: {text}</source>
      <translation>Stufe {tier}: {text}</translation>
    </message>
    <message>
      <source>line {number}</source>
      <translation>Zeile {number}</translation>
    </message>
    <message>
      <source>{path}, line {number}</source>
      <translation>{path}, Zeile {number}</translation>
    </message>
    <message>
      <source>{path}: cannot be written ({reason})</source>
      <translation>{path}: nicht beschreibbar ({reason})</translation>
    </message>
    <message>
      <source>a number of thousands of digits</source>
      <translation>eine Zahl mit Tausenden von Ziffern</translation>
    </message>
    <message>
      <source>[Errno {number}] {text}: {path}</source>
      <translation>{text}: {path} (Fehler {number})</translation>
    </message>
    <message>
      <source>[Errno {number}] {text}</source>
      <translation>{text} (Fehler {number})</translation>
    </message>
    <message>
      <source>No such file or directory</source>
      <translation>Datei oder Ordner gibt es nicht</translation>
    </message>
    <message>
      <source>Permission denied</source>
      <translation>keine Berechtigung</translation>
    </message>
    <message>
      <source>Is a directory</source>
      <translation>ist ein Ordner</translation>
    </message>
    <message>
      <source>Not a directory</source>
      <translation>ist kein Ordner</translation>
    </message>
    <message>
      <source>No space left on device</source>
      <translation>der Datenträger ist voll</translation>
    </message>
    <message>
      <source>Read-only file system</source>
      <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
      <source>File name too long</source>
      <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
      <source>Input/output error</source>
      <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
      <source>Too many open files</source>
      <translation>zu viele offene Dateien</translation>
    </message>
    <message>
      <source>Invalid argument</source>
      <translation>ungültiges Argument</translation>
    </message>
    <message>
      <source>Operation not permitted</source>
      <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
      <source>Device or resource busy</source>
      <translation>Gerät oder Ressource belegt</translation>
    </message>
    <message>
      <source>Too many levels of symbolic links</source>
      <translation>zu viele verkettete Verknüpfungen</translation>
    </message>
    <message>
      <source>embedded null byte</source>
      <translation>enthält ein Nullbyte</translation>
    </message>
    <message>
      <source>Exceeds the limit ({limit} digits) for integer string conversion: value has {count} digits; use sys.set_int_max_str_digits() to increase the limit</source>
      <translation>mehr als {limit} Ziffern: {count}</translation>
    </message>
    <message>
      <source>Expecting value</source>
      <translation>Wert erwartet</translation>
    </message>
    <message>
      <source>Expecting property name enclosed in double quotes</source>
      <translation>Name in doppelten Anführungszeichen erwartet</translation>
    </message>
    <message>
      <source>Expecting {sign} delimiter</source>
      <translation>Trennzeichen {sign} erwartet</translation>
    </message>
    <message>
      <source>Illegal trailing comma before end of {kind}</source>
      <translation>Komma zu viel vor dem Ende von {kind}</translation>
    </message>
    <message>
      <source>Extra data</source>
      <translation>weiterer Text nach dem Ende</translation>
    </message>
    <message>
      <source>Invalid control character at</source>
      <translation>ungültiges Steuerzeichen</translation>
    </message>
    <message>
      <source>Invalid control character</source>
      <translation>ungültiges Steuerzeichen</translation>
    </message>
    <message>
      <source>Invalid {sign} escape</source>
      <translation>ungültige Escape-Folge {sign}</translation>
    </message>
    <message>
      <source>Invalid \escape</source>
      <translation>ungültige Escape-Folge</translation>
    </message>
    <message>
      <source>Unterminated string starting at</source>
      <translation>Text ohne Ende</translation>
    </message>
    <message>
      <source>{text} (at line {line}, column {column})</source>
      <translation>{text} (Zeile {line}, Spalte {column})</translation>
    </message>
    <message>
      <source>{text} (at end of document)</source>
      <translation>{text} (am Ende der Datei)</translation>
    </message>
    <message>
      <source>Invalid statement</source>
      <translation>ungültige Anweisung</translation>
    </message>
    <message>
      <source>Invalid value</source>
      <translation>ungültiger Wert</translation>
    </message>
    <message>
      <source>Invalid initial character for a key part</source>
      <translation>ungültiges erstes Zeichen eines Schlüssels</translation>
    </message>
    <message>
      <source>Invalid date or datetime</source>
      <translation>ungültiges Datum</translation>
    </message>
    <message>
      <source>Invalid hex value</source>
      <translation>ungültiger Hexadezimalwert</translation>
    </message>
    <message>
      <source>Expected '=' after a key in a key/value pair</source>
      <translation>'=' nach einem Schlüssel erwartet</translation>
    </message>
    <message>
      <source>Expected newline or end of document after a statement</source>
      <translation>nach einer Anweisung wird eine neue Zeile oder das Ende erwartet</translation>
    </message>
    <message>
      <source>Expected {sign} at the end of a table declaration</source>
      <translation>{sign} am Ende einer Tabelle erwartet</translation>
    </message>
    <message>
      <source>Expected {sign} at the end of an array declaration</source>
      <translation>{sign} am Ende eines Tabellenfelds erwartet</translation>
    </message>
    <message>
      <source>Found invalid character {sign}</source>
      <translation>ungültiges Zeichen {sign}</translation>
    </message>
    <message>
      <source>Illegal character {sign}</source>
      <translation>unzulässiges Zeichen {sign}</translation>
    </message>
    <message>
      <source>Unescaped {sign} in a string</source>
      <translation>{sign} in einem Text ohne Escape</translation>
    </message>
    <message>
      <source>Cannot overwrite a value</source>
      <translation>ein Wert steht doppelt</translation>
    </message>
    <message>
      <source>Cannot declare {key} twice</source>
      <translation>{key} ist doppelt erklärt</translation>
    </message>
    <message>
      <source>Cannot mutate immutable namespace {key}</source>
      <translation>{key} lässt sich nicht mehr ändern</translation>
    </message>
    <message>
      <source>Cannot redefine namespace {key}</source>
      <translation>{key} ist schon erklärt</translation>
    </message>
    <message>
      <source>Duplicate inline table key {key}</source>
      <translation>Schlüssel {key} steht doppelt</translation>
    </message>
    <message>
      <source>Unclosed array</source>
      <translation>Liste ohne Ende</translation>
    </message>
    <message>
      <source>Unclosed inline table</source>
      <translation>Tabelle ohne Ende</translation>
    </message>
    <message>
      <source>Unterminated string</source>
      <translation>Text ohne Ende</translation>
    </message>
    <message>
      <source>{codec} codec can't decode byte {byte} in position {place}: {why}</source>
      <translation>Byte {byte} an Stelle {place} ist kein {codec}: {why}</translation>
    </message>
    <message>
      <source>{codec} codec can't decode bytes in position {place}: {why}</source>
      <translation>Bytes an Stelle {place} sind kein {codec}: {why}</translation>
    </message>
    <message>
      <source>invalid start byte</source>
      <translation>ungültiges erstes Byte</translation>
    </message>
    <message>
      <source>invalid continuation byte</source>
      <translation>ungültiges Folgebyte</translation>
    </message>
    <message>
      <source>unexpected end of data</source>
      <translation>unerwartetes Ende</translation>
    </message>
    <message>
      <source>{share} of requests answered from a store</source>
      <translation>{share} der Anfragen aus einem Speicher beantwortet</translation>
    </message>
    <message>
      <source>{share} found, with {host} GB of memory and {disk} GB of disk an accelerator</source>
      <translation>{share} gefunden, mit {host} GB Speicher und {disk} GB Platte je Beschleuniger</translation>
    </message>
    <message>
      <source>{host} GB of memory and {disk} GB of disk an accelerator</source>
      <translation>{host} GB Speicher und {disk} GB Platte je Beschleuniger</translation>
    </message>
    <message>
      <source>{share} to {model} at TP {ranks}, the rest as today</source>
      <translation>{share} an {model} mit TP {ranks}, der Rest wie heute</translation>
    </message>
    <message>
      <source>{share} of the prompt kept</source>
      <translation>{share} des Prompts behalten</translation>
    </message>
    <message>
      <source>{tokens} tokens an answer; errors {share} % up, assumed</source>
      <translation>{tokens} Token je Antwort; {share} % mehr Fehler, angenommen</translation>
    </message>
    <message>
      <source>weights in {chosen}, were {held}</source>
      <translation>Gewichte in {chosen}, waren {held}</translation>
    </message>
    <message>
      <source>{count} guessed ahead, as {drafter}</source>
      <translation>{count} vorausgeraten, als {drafter}</translation>
    </message>
    <message>
      <source>{count} tokens a step, were {before}</source>
      <translation>{count} Token je Schritt, waren {before}</translation>
    </message>
    <message>
      <source>{model} trained for the task, {cost} once, at TP {ranks}</source>
      <translation>{model} für die Aufgabe trainiert, {cost} einmalig, mit TP {ranks}</translation>
    </message>
    <message>
      <source>{share} of quality</source>
      <translation>{share} der Qualität</translation>
    </message>
    <message>
      <source>up to {share}</source>
      <translation>bis {share}</translation>
    </message>
    <message>
      <source>{text}; corrected by a benchmark of your own</source>
      <translation>{text}; korrigiert nach eigener Messung</translation>
    </message>
    <message>
      <source>{text}; at the far end the service is past its capacity</source>
      <translation>{text}; am fernen Ende ist der Dienst über seiner Kapazität</translation>
    </message>
    <message>
      <source>tier {number}: {text}</source>
      <translation>Stufe {number}: {text}</translation>
    </message>
    <message>
      <source>{count} of parts predicted as if never measured: median error of {what} {off} %; {why}</source>
      <translation>{count} von Teilen, vorhergesagt wie nie gemessen: Medianfehler bei {what} {off} %; {why}</translation>
    </message>
    <message>
      <source>{count} of other parts predicted from data sheets: median error of {what} {off} %; {why}</source>
      <translation>{count} anderer Teile, aus Datenblättern vorhergesagt: Medianfehler bei {what} {off} %; {why}</translation>
    </message>
    <message>
      <source>{count} of {whose}: median error of {what} {off} %; {why}</source>
      <translation>{count} von {whose}: Medianfehler bei {what} {off} %; {why}</translation>
    </message>
    <message>
      <source>{count} of {whose}: median error of {what} {off} %</source>
      <translation>{count} von {whose}: Medianfehler bei {what} {off} %</translation>
    </message>
    <message>
      <source>no measured point tells {what}: a factor of two either way</source>
      <translation>kein gemessener Punkt sagt {what}: ein Faktor zwei nach oben wie unten</translation>
    </message>
    <message>
      <source>{part} with {sort} in {precision} by {engine}</source>
      <translation>{part} mit {sort} in {precision} unter {engine}</translation>
    </message>
    <message>
      <source>{part} with {sort} in {precision}</source>
      <translation>{part} mit {sort} in {precision}</translation>
    </message>
    <message>
      <source>{sort} in {precision}</source>
      <translation>{sort} mit {precision}</translation>
    </message>
    <message>
      <source>{family} parts</source>
      <translation>{family}-Teile</translation>
    </message>
    <message>
      <source>{count:,} {kind} points</source>
      <translation>{count} Punkte ({kind})</translation>
    </message>
    <message>
      <source>{count:,} {kind} point</source>
      <translation>{count} Punkt ({kind})</translation>
    </message>
    <message>
      <source>none of {part} or its family</source>
      <translation>keiner von {part} oder seiner Familie</translation>
    </message>
    <message>
      <source>none of {part}</source>
      <translation>keiner von {part}</translation>
    </message>
    <message>
      <source>none with {sort} in {precision}</source>
      <translation>keiner mit {sort} in {precision}</translation>
    </message>
    <message>
      <source>none in {mode}</source>
      <translation>keiner in {mode}</translation>
    </message>
    <message>
      <source>{part} is known by its data sheet only</source>
      <translation>{part} ist nur nach Datenblatt bekannt</translation>
    </message>
    <message>
      <source>figures of {part} differ from the catalogue's</source>
      <translation>Zahlen von {part} weichen vom Katalog ab</translation>
    </message>
    <message>
      <source>{count} tokens of context are beyond the {most} measured</source>
      <translation>{count} Token Kontext liegen über den gemessenen {most}</translation>
    </message>
    <message>
      <source>a batch of {count} is beyond the {most} measured</source>
      <translation>ein Batch von {count} liegt über den gemessenen {most}</translation>
    </message>
    <message>
      <source>{count} accelerators a replica are beyond the {most} measured</source>
      <translation>{count} Beschleuniger je Replikat liegen über den gemessenen {most}</translation>
    </message>
    <message>
      <source>seen in sources: {range}</source>
      <translation>in Quellen gesehen: {range}</translation>
    </message>
    <message>
      <source>stated; source: {source}</source>
      <translation>angegeben; Quelle: {source}</translation>
    </message>
    <message>
      <source>By the closed form {one} and {other} here</source>
      <translation>Nach der Formel {one} und {other}</translation>
    </message>
    <message>
      <source>By the closed form {one} here</source>
      <translation>Nach der Formel {one}</translation>
    </message>
    <message>
      <source>{name} is about {share} % too short</source>
      <translation>ist {name} etwa {share} % zu kurz</translation>
    </message>
    <message>
      <source>{name} is about {share} % too long</source>
      <translation>ist {name} etwa {share} % zu lang</translation>
    </message>
    <message>
      <source>{workload} at {load} % of capacity</source>
      <translation>{workload} bei {load} % der Kapazität</translation>
    </message>
    <message>
      <source>{what} costs more than it earns from {year} on.</source>
      <translation>{what} kostet ab {year} mehr, als es einbringt.</translation>
    </message>
    <message>
      <source>{what} still earns more than it costs in {year}.</source>
      <translation>{what} bringt auch {year} noch mehr ein, als es kostet.</translation>
    </message>
    <message>
      <source>Elasticity {value} against a threshold of {threshold}: efficiency grows spend on machines.</source>
      <translation>Elastizität {value} bei einer Schwelle von {threshold}: Effizienz lässt Ausgaben für Maschinen wachsen.</translation>
    </message>
    <message>
      <source>Elasticity {value} against a threshold of {threshold}: efficiency shrinks spend on machines.</source>
      <translation>Elastizität {value} bei einer Schwelle von {threshold}: Effizienz lässt Ausgaben für Maschinen schrumpfen.</translation>
    </message>
    <message>
      <source>Elasticity {value} against a threshold of {threshold}: efficiency keeps spend on machines.</source>
      <translation>Elastizität {value} bei einer Schwelle von {threshold}: Effizienz lässt Ausgaben für Maschinen gleich.</translation>
    </message>
    <message>
      <source>The bill of inference overtakes that of training in {year}.</source>
      <translation>Die Rechnung der Inferenz überholt die des Trainings {year}.</translation>
    </message>
    <message>
      <source>Inference costs more than training in every year from {year} on.</source>
      <translation>Inferenz kostet ab {year} in jedem Jahr mehr als Training.</translation>
    </message>
    <message>
      <source>The bill of training overtakes that of inference in {year}.</source>
      <translation>Die Rechnung des Trainings überholt die der Inferenz {year}.</translation>
    </message>
    <message>
      <source>The bill of inference stays below that of training until {year}.</source>
      <translation>Die Rechnung der Inferenz bleibt bis {year} unter der des Trainings.</translation>
    </message>
    <message>
      <source>{name} has no {figure}: {why}</source>
      <translation>{name} hat keine Zahl für {figure}: {why}</translation>
    </message>
    <message>
      <source>Something went wrong inside Isocost. Your work is still here; please save it.</source>
      <translation>In Isocost ist etwas schiefgegangen. Ihre Arbeit ist noch da; bitte speichern Sie sie.</translation>
    </message>
    <message>
      <source>The window stood still for {seconds} s. What it was doing is noted in {place}.</source>
      <translation>Das Fenster stand {seconds} s still. Womit es beschäftigt war, steht in {place}.</translation>
    </message>
    <message>
      <source>PNG picture, 2×</source>
      <translation>PNG-Bild, 2×</translation>
    </message>
    <message>
      <source>SVG drawing</source>
      <translation>SVG-Zeichnung</translation>
    </message>
    <message>
      <source>PDF drawing</source>
      <translation>PDF-Zeichnung</translation>
    </message>
    <message>
      <source>Carries its scenario: drop it on Isocost to open it</source>
      <translation>Trägt sein Szenario: auf Isocost ziehen, um es zu öffnen</translation>
    </message>
    <message>
      <source>{name} is open elsewhere: {who}. This is a copy; saving asks for a name of its own.</source>
      <translation>{name} ist anderswo offen: {who}. Dies ist eine Kopie; beim Speichern wird nach einem eigenen Namen gefragt.</translation>
    </message>
    <message>
      <source>New {name}</source>
      <translation>Neu: {name}</translation>
    </message>
    <message>
      <source>Open scenarios</source>
      <translation>Szenarien öffnen</translation>
    </message>
    <message>
      <source>This file could not be opened</source>
      <translation>Diese Datei konnte nicht geöffnet werden</translation>
    </message>
    <message>
      <source>Add scenarios</source>
      <translation>Szenarien hinzufügen</translation>
    </message>
    <message>
      <source>Save scenarios</source>
      <translation>Szenarien speichern</translation>
    </message>
    <message>
      <source>This file could not be saved; nothing was lost</source>
      <translation>Diese Datei konnte nicht gespeichert werden; nichts ging verloren</translation>
    </message>
    <message>
      <source>Unsaved changes</source>
      <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
      <source>The open scenarios have changes that are not saved.</source>
      <translation>Die offenen Szenarien haben Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
      <source>Import a model's config.json</source>
      <translation>config.json eines Modells importieren</translation>
    </message>
    <message>
      <source>Model configs (*.json);;All files (*)</source>
      <translation>Modellkonfigurationen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Import {name}</source>
      <translation>{name} einlesen</translation>
    </message>
    <message>
      <source>Imported {name}.</source>
      <translation>{name} eingelesen.</translation>
    </message>
    <message>
      <source>Open the earlier state instead?</source>
      <translation>Stattdessen den früheren Stand öffnen?</translation>
    </message>
    <message>
      <source>{name} is open elsewhere: {who}.</source>
      <translation>{name} ist anderswo offen: {who}.</translation>
    </message>
    <message>
      <source>{name} was gone; it was written anew.</source>
      <translation>{name} war nicht mehr da und wurde neu geschrieben.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
      <source>{name} was changed by another program since it was opened or saved here. If you overwrite it, what it holds now stays beside it as .bak.</source>
      <translation>{name} wurde von einem anderen Programm geändert, seit die Datei hier geöffnet oder gespeichert wurde. Wird sie überschrieben, bleibt ihr jetziger Inhalt als .bak daneben.</translation>
    </message>
    <message>
      <source>Open a copy</source>
      <translation>Kopie öffnen</translation>
    </message>
    <message>
      <source>Take over</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <source>The file is in use</source>
      <translation>Die Datei wird benutzt</translation>
    </message>
    <message>
      <source>Save under another name</source>
      <translation>Unter anderem Namen speichern</translation>
    </message>
    <message>
      <source>Overwrite</source>
      <translation>Überschreiben</translation>
    </message>
    <message>
      <source>The file has changed</source>
      <translation>Die Datei hat sich geändert</translation>
    </message>
    <message>
      <source>That may be left over: this machine cannot tell whether it is still at work.</source>
      <translation>Das kann ein Überbleibsel sein: Von hier aus lässt sich nicht sagen, ob dort noch gearbeitet wird.</translation>
    </message>
    <message>
      <source>&lt;b&gt;{input}&lt;/b&gt;, which alone takes {figure} from &lt;b&gt;{start} to {end}&lt;/b&gt; as it goes from {low} to {high}</source>
      <translation>&lt;b&gt;{input}&lt;/b&gt;: allein führt es {figure} von &lt;b&gt;{start} bis {end}&lt;/b&gt;, wenn es von {low} bis {high} geht</translation>
    </message>
    <message>
      <source>{share} of all the spread rests on guesses.</source>
      <translation>{share} der ganzen Streuung beruhen auf Schätzungen.</translation>
    </message>
    <message>
      <source>{one} a request instead of {other}</source>
      <translation>{one} je Anfrage statt {other}</translation>
    </message>
    <message>
      <source>{one} good answers instead of {other}</source>
      <translation>{one} gute Antworten statt {other}</translation>
    </message>
    <message>
      <source>Gross margin, {first} in {year}, {turn}. A request then costs {cost} and sells for {price}.</source>
      <translation>Die Bruttomarge, {first} im Jahr {year}, {turn}. Eine Anfrage kostet dann {cost} und bringt {price} ein.</translation>
    </message>
    <message>
      <source>{fold} times less</source>
      <translation>{fold}-mal weniger</translation>
    </message>
    <message>
      <source>{fold} times more</source>
      <translation>{fold}-mal mehr</translation>
    </message>
    <message>
      <source>{figure} is {now}; in four of five cases it lies between &lt;b&gt;{low} and {high}&lt;/b&gt;, and the service earns in {share} of {count} draws.</source>
      <translation>{figure}: {now}; in vier von fünf Fällen liegt es zwischen &lt;b&gt;{low} und {high}&lt;/b&gt;, und der Dienst verdient in {share} von {count} Ziehungen.</translation>
    </message>
    <message>
      <source>No input has a {figure} at both ends of its range: limits stop it first.</source>
      <translation>Keine Eingabe hat an beiden Enden ihres Bereichs einen Wert für {figure}: Grenzen halten vorher auf.</translation>
    </message>
    <message>
      <source>; {input} comes next</source>
      <translation>; danach kommt {input}</translation>
    </message>
    <message>
      <source>&lt;b&gt;{model}&lt;/b&gt; wins always: {costs}, and {goods}.</source>
      <translation>&lt;b&gt;{model}&lt;/b&gt; gewinnt immer: {costs}, und {goods}.</translation>
    </message>
    <message>
      <source>&lt;b&gt;{model}&lt;/b&gt; wins while a bad answer costs less than &lt;b&gt;{limit}&lt;/b&gt;: {costs}, {goods}.</source>
      <translation>&lt;b&gt;{model}&lt;/b&gt; gewinnt, solange eine schlechte Antwort weniger als &lt;b&gt;{limit}&lt;/b&gt; kostet: {costs}, {goods}.</translation>
    </message>
    <message>
      <source>stays above zero to {year}, where it is &lt;b&gt;{last}&lt;/b&gt;</source>
      <translation>bleibt bis {year} über null und liegt dort bei &lt;b&gt;{last}&lt;/b&gt;</translation>
    </message>
    <message>
      <source>No single input, within what sources show, takes the margin of {now} to zero.</source>
      <translation>Keine einzelne Eingabe bringt die Marge von {now} innerhalb dessen, was Quellen zeigen, auf null.</translation>
    </message>
    <message>
      <source>the only one</source>
      <translation>die einzige</translation>
    </message>
    <message>
      <source>Nothing to say while the point cannot be served: {why}.</source>
      <translation>Nichts zu sagen, solange der Punkt nicht bedient werden kann: {why}.</translation>
    </message>
    <message>
      <source>No {input} makes the margin zero here.</source>
      <translation>Kein Wert von {input} macht die Marge hier null.</translation>
    </message>
    <message>
      <source>Nothing is in doubt, so that no input moves the margin.</source>
      <translation>Nichts steht in Zweifel, darum bewegt keine Eingabe die Marge.</translation>
    </message>
    <message>
      <source>stays below zero to {year}, where it is &lt;b&gt;{last}&lt;/b&gt;</source>
      <translation>bleibt bis {year} unter null und liegt dort bei &lt;b&gt;{last}&lt;/b&gt;</translation>
    </message>
    <message>
      <source>The point now lies on the red line.</source>
      <translation>Der Punkt liegt jetzt auf der roten Linie.</translation>
    </message>
    <message>
      <source>the present model</source>
      <translation>das jetzige Modell</translation>
    </message>
    <message>
      <source>and</source>
      <translation>und</translation>
    </message>
    <message>
      <source>or</source>
      <translation>oder</translation>
    </message>
    <message>
      <source>{input} goes with it most.</source>
      <translation>Am stärksten geht {input} damit einher.</translation>
    </message>
    <message>
      <source>Set {input} to {value}</source>
      <translation>{input} auf {value} setzen</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} bis {high}</translation>
    </message>
    <message>
      <source>now {value}</source>
      <translation>jetzt {value}</translation>
    </message>
    <message>
      <source>{input} cannot be {value}</source>
      <translation>{input} kann nicht {value} sein</translation>
    </message>
    <message>
      <source>and {input} to {value}</source>
      <translation>und {input} auf {value}</translation>
    </message>
    <message>
      <source>Return to: {value}</source>
      <translation>Zurück zu: {value}</translation>
    </message>
    <message>
      <source>As opened</source>
      <translation>Wie geöffnet</translation>
    </message>
    <message>
      <source>Undo: {redotext}</source>
      <translation>Rückgängig: {redotext}</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Frage</translation>
    </message>
    <message>
      <source>Figure, explain</source>
      <translation>Größe, erklären</translation>
    </message>
    <message>
      <source>Built-in scenario, open</source>
      <translation>Mitgeliefertes Szenario, öffnen</translation>
    </message>
    <message>
      <source>chosen</source>
      <translation>gewählt</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <source>Action</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <source>Figure, show on the surfaces</source>
      <translation>Größe, auf den Flächen zeigen</translation>
    </message>
    <message>
      <source>Open scenario</source>
      <translation>Offenes Szenario</translation>
    </message>
    <message>
      <source>{group}, choose</source>
      <translation>{group}, wählen</translation>
    </message>
    <message>
      <source>Assumption</source>
      <translation>Annahme</translation>
    </message>
    <message>
      <source>more is better</source>
      <translation>mehr ist besser</translation>
    </message>
    <message>
      <source>less is better</source>
      <translation>weniger ist besser</translation>
    </message>
    <message>
      <source>follows measured error</source>
      <translation>folgt gemessenem Fehler</translation>
    </message>
    <message>
      <source>exact in its inputs</source>
      <translation>genau in seinen Eingaben</translation>
    </message>
    <message>
      <source>Worked out by the model ({method})</source>
      <translation>Vom Modell berechnet ({method})</translation>
    </message>
    <message>
      <source>{method} from {names}</source>
      <translation>{method} aus {names}</translation>
    </message>
    <message>
      <source>unit {unit}</source>
      <translation>Einheit {unit}</translation>
    </message>
    <message>
      <source>no unit</source>
      <translation>ohne Einheit</translation>
    </message>
    <message>
      <source>reading</source>
      <translation>reading</translation>
    </message>
    <message>
      <source>keys</source>
      <translation>keys</translation>
    </message>
    <message>
      <source>Nothing of the name {name}. Try another word, or part of one.</source>
      <translation>Nichts mit dem Namen {name}. Ein anderes Wort versuchen oder einen Teil davon.</translation>
    </message>
    <message>
      <source>default {value}</source>
      <translation>Vorgabe {value}</translation>
    </message>
    <message>
      <source>allowed {low} to {high}</source>
      <translation>erlaubt {low} bis {high}</translation>
    </message>
    <message>
      <source>seen {low} to {high}</source>
      <translation>gesehen {low} bis {high}</translation>
    </message>
    <message>
      <source>Counts where {conditions}.</source>
      <translation>Zählt, wo {conditions}.</translation>
    </message>
    <message>
      <source>Source: {source}</source>
      <translation>Quelle: {source}</translation>
    </message>
    <message>
      <source>Go to the input</source>
      <translation>Zur Eingabe</translation>
    </message>
    <message>
      <source>Explain it here and now</source>
      <translation>Hier und jetzt erklären</translation>
    </message>
    <message>
      <source>The views</source>
      <translation>Die Ansichten</translation>
    </message>
    <message>
      <source>Shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <source>Glossary</source>
      <translation>Glossar</translation>
    </message>
    <message>
      <source>How to read the window</source>
      <translation>Wie das Fenster zu lesen ist</translation>
    </message>
    <message>
      <source>Inputs</source>
      <translation>Eingaben</translation>
    </message>
    <message>
      <source>Figures and formulas</source>
      <translation>Größen und Formeln</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>Gefunden</translation>
    </message>
    <message>
      <source>one of {options}</source>
      <translation>eines von {options}</translation>
    </message>
    <message>
      <source>a part of the catalogue, kind {kind}</source>
      <translation>ein Teil des Katalogs, Art {kind}</translation>
    </message>
    <message>
      <source>Open it</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Nichts gefunden</translation>
    </message>
    <message>
      <source>A scenario is one way of serving one workload: a model on accelerators, at a site, at a price. Everything on screen is the answer for the inputs on screen; there is no button to compute.</source>
      <translation>Ein Szenario ist ein Weg, eine Last zu bedienen: ein Modell auf Beschleunigern, an einem Standort, zu einem Preis. Alles auf dem Schirm ist die Antwort auf die Eingaben auf dem Schirm; einen Knopf zum Rechnen gibt es nicht.</translation>
    </message>
    <message>
      <source>Headline figures</source>
      <translation>Kennzahlen</translation>
    </message>
    <message>
      <source>Each figure has the band in which four measurements of five would lie, and a mark for what that rests on: a full dot is measured, a ring transferred from like machines, a broken ring a data sheet. Under it stands the change against the baseline, green for better and red for worse, or the limit it is held to. A click explains the figure.</source>
      <translation>Jede Größe hat das Band, in dem vier von fünf Messungen lägen, und ein Zeichen dafür, worauf das beruht: ein voller Punkt ist gemessen, ein Ring von ähnlichen Maschinen übertragen, ein unterbrochener Ring ein Datenblatt. Darunter steht die Änderung gegen die Basis, grün für besser und rot für schlechter, oder die Grenze, an der sie gemessen wird. Ein Klick erklärt die Größe.</translation>
    </message>
    <message>
      <source>The map</source>
      <translation>Die Karte</translation>
    </message>
    <message>
      <source>Each point of a surface is one way of running the service; the circle is where you are, and the three surfaces share it. Drag it, or use the arrow keys. On one side of the red line the service earns, on the other it loses. Hatched regions cannot be served, and the legend names what stops them. Dashed lines are those of the baseline.</source>
      <translation>Jeder Punkt einer Fläche ist eine Art, den Dienst zu betreiben; der Kreis zeigt, wo Sie sind, und die drei Flächen teilen ihn. Ziehen Sie ihn, oder nehmen Sie die Pfeiltasten. Auf der einen Seite der roten Linie verdient der Dienst, auf der anderen verliert er. Schraffierte Gebiete lassen sich nicht bedienen, und die Legende nennt, was sie aufhält. Gestrichelte Linien sind die der Basis.</translation>
    </message>
    <message>
      <source>A letter tells what an input is: &lt;b&gt;D&lt;/b&gt; a decision of yours, &lt;b&gt;A&lt;/b&gt; an assumption about the world, &lt;b&gt;P&lt;/b&gt; a price the market sets. A field takes &lt;b&gt;8k&lt;/b&gt;, &lt;b&gt;12%&lt;/b&gt;, &lt;b&gt;1900 $/month&lt;/b&gt;, &lt;b&gt;=2*1.3&lt;/b&gt; and a range such as &lt;b&gt;3 to 6&lt;/b&gt;, which puts the input in doubt. Bold labels differ from the baseline. What is dimmed has no effect under the present choices.</source>
      <translation>Ein Buchstabe sagt, was eine Eingabe ist: &lt;b&gt;D&lt;/b&gt; eine Entscheidung von Ihnen, &lt;b&gt;A&lt;/b&gt; eine Annahme über die Welt, &lt;b&gt;P&lt;/b&gt; ein Preis, den der Markt setzt. Ein Feld nimmt &lt;b&gt;8k&lt;/b&gt;, &lt;b&gt;12%&lt;/b&gt;, &lt;b&gt;1900 $/month&lt;/b&gt;, &lt;b&gt;=2*1.3&lt;/b&gt; und einen Bereich wie &lt;b&gt;3 to 6&lt;/b&gt;, der die Eingabe in Zweifel stellt. Fette Namen weichen von der Basis ab. Was blass ist, wirkt unter den jetzigen Wahlen nicht.</translation>
    </message>
    <message>
      <source>Baseline and pins</source>
      <translation>Basis und Merken</translation>
    </message>
    <message>
      <source>Every change is told against a baseline: the scenario as opened, until you press Pin (Ctrl+B) or choose another one.</source>
      <translation>Jede Änderung wird gegen eine Basis erzählt: das Szenario, wie es geöffnet wurde, bis Sie Merken (Strg+B) drücken oder eine andere wählen.</translation>
    </message>
    <message>
      <source>The panel at the right</source>
      <translation>Die Leiste rechts</translation>
    </message>
    <message>
      <source>Explain takes a figure apart down to sourced inputs; a click on an input leads to its slider. Issues lists what to mend, with cures as buttons. History returns to any earlier state. Effects tells what the last change moved, and what it left alone.</source>
      <translation>Erklären zerlegt eine Größe bis zu Eingaben mit Quelle; ein Klick auf eine Eingabe führt zu ihrem Regler. Probleme listet, was zu heilen ist, mit Knöpfen dafür. Verlauf führt zu jedem früheren Stand zurück. Wirkungen sagt, was die letzte Änderung bewegt und was sie gelassen hat.</translation>
    </message>
    <message>
      <source>Find, set and ask</source>
      <translation>Finden, setzen und fragen</translation>
    </message>
    <message>
      <source>Ctrl+K finds anything by any part of its name and sets inputs: &lt;b&gt;tp 8&lt;/b&gt;, &lt;b&gt;rent = 1900 $/month&lt;/b&gt;, &lt;b&gt;kv bf16&lt;/b&gt;. Ask tries a question and ends with one sentence of the answer.</source>
      <translation>Strg+K findet alles an jedem Teil seines Namens und setzt Eingaben: &lt;b&gt;tp 8&lt;/b&gt;, &lt;b&gt;rent = 1900 $/month&lt;/b&gt;, &lt;b&gt;kv bf16&lt;/b&gt;. Fragen stellt eine Frage und endet mit einem Satz als Antwort.</translation>
    </message>
    <message>
      <source>Search the help</source>
      <translation>Die Hilfe durchsuchen</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>Inhalt</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>Seite</translation>
    </message>
    <message>
      <source>Isocost help</source>
      <translation>Isocost-Hilfe</translation>
    </message>
    <message>
      <source>Search inputs, figures, words</source>
      <translation>Eingaben, Größen, Wörter suchen</translation>
    </message>
    <message>
      <source>From here on every figure tells its change against what you pinned. &lt;b&gt;Ask&lt;/b&gt; above has six questions to try, a click on a figure tells how it comes about, F1 opens help.</source>
      <translation>Von hier an sagt jede Größe ihre Änderung gegen das, was Sie gemerkt haben. &lt;b&gt;Fragen&lt;/b&gt; oben hat sechs Fragen zum Probieren, ein Klick auf eine Größe sagt, wie sie zustande kommt, F1 öffnet die Hilfe.</translation>
    </message>
    <message>
      <source>Drag &lt;b&gt;{input}&lt;/b&gt;. Surfaces and figures follow your hand.</source>
      <translation>Ziehen Sie &lt;b&gt;{input}&lt;/b&gt;. Flächen und Größen folgen der Hand.</translation>
    </message>
    <message>
      <source>Drag the point over the &lt;b&gt;red line&lt;/b&gt;: on one side of it you earn, on the other you lose.</source>
      <translation>Ziehen Sie den Punkt über die &lt;b&gt;rote Linie&lt;/b&gt;: auf der einen Seite verdienen Sie, auf der anderen verlieren Sie.</translation>
    </message>
    <message>
      <source>Press &lt;b&gt;Pin&lt;/b&gt;: what you change from here on is told against it.</source>
      <translation>Drücken Sie &lt;b&gt;Merken&lt;/b&gt;: was Sie von hier an ändern, wird dagegen erzählt.</translation>
    </message>
    <message>
      <source>Now choose another &lt;b&gt;accelerator&lt;/b&gt;, and look at the figures above.</source>
      <translation>Wählen Sie nun einen anderen &lt;b&gt;Beschleuniger&lt;/b&gt; und sehen Sie auf die Größen oben.</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number} von {count}</translation>
    </message>
    <message>
      <source>Each point is one way of running this service.</source>
      <translation>Jeder Punkt ist eine Art, diesen Dienst zu betreiben.</translation>
    </message>
    <message>
      <source>Working it out…</source>
      <translation>Wird ausgerechnet …</translation>
    </message>
    <message>
      <source>What price breaks even?</source>
      <translation>Welcher Preis deckt die Kosten?</translation>
    </message>
    <message>
      <source>Which input matters most?</source>
      <translation>Welche Eingabe zählt am meisten?</translation>
    </message>
    <message>
      <source>When does a smaller model win?</source>
      <translation>Wann gewinnt ein kleineres Modell?</translation>
    </message>
    <message>
      <source>What if tokens fall 60 % a year?</source>
      <translation>Was, wenn Token jährlich 60 % billiger werden?</translation>
    </message>
    <message>
      <source>What would have to be true for the margin to hold?</source>
      <translation>Was müsste gelten, damit die Marge hält?</translation>
    </message>
    <message>
      <source>How sure is this figure?</source>
      <translation>Wie sicher ist diese Größe?</translation>
    </message>
    <message>
      <source>Ask: {question}</source>
      <translation>Fragen: {question}</translation>
    </message>
    <message>
      <source>{name} was changed or moved since; save the recovered work under another name to keep both.</source>
      <translation>{name} wurde seither geändert oder verschoben; speichern Sie das Wiederhergestellte unter anderem Namen, um beides zu behalten.</translation>
    </message>
    <message>
      <source>Recover unsaved changes</source>
      <translation>Ungespeicherte Änderungen wiederherstellen</translation>
    </message>
    <message>
      <source>by somebody</source>
      <translation>von jemandem</translation>
    </message>
    <message>
      <source>{view} could not be shown. Everything else goes on.</source>
      <translation>{view} konnte nicht gezeigt werden. Alles andere läuft weiter.</translation>
    </message>
    <message>
      <source>'{text}'</source>
      <translation>„{text}“</translation>
    </message>
    <message>
      <source> to </source>
      <translation> bis </translation>
    </message>
    <message>
      <source>{text}… ({count} characters)</source>
      <translation>{text}… ({count} Zeichen)</translation>
    </message>
    <message>
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message>
      <source>Scale {percent} %</source>
      <translation>Skalierung {percent} %</translation>
    </message>
    <message>
      <source>&amp;Theme</source>
      <translation>&amp;Farbschema</translation>
    </message>
    <message>
      <source>Sca&amp;le</source>
      <translation>Ska&amp;lierung</translation>
    </message>
    <message>
      <source>Langua&amp;ge</source>
      <translation>Sp&amp;rache</translation>
    </message>
    <message>
      <source>The last change could not be computed. The figures shown are of the state before.</source>
      <translation>Die letzte Änderung konnte nicht berechnet werden. Die gezeigten Zahlen gehören zum Stand davor.</translation>
    </message>
    <message>
      <source>Live   {what} in {ms:,.1f} ms</source>
      <translation>Live   {what} in {ms:,.1f} ms</translation>
    </message>
    <message>
      <source>Live   {what} in {seconds:.1f} s</source>
      <translation>Live   {what} in {seconds:.1f} s</translation>
    </message>
    <message>
      <source>Stale: the last change could not be computed</source>
      <translation>Veraltet: die letzte Änderung konnte nicht berechnet werden</translation>
    </message>
    <message>
      <source>not saved yet</source>
      <translation>noch nicht gespeichert</translation>
    </message>
    <message>
      <source>Warming up</source>
      <translation>Läuft warm</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
      <source>&amp;Scenario</source>
      <translation>&amp;Szenario</translation>
    </message>
    <message>
      <source>&amp;Library</source>
      <translation>B&amp;ibliothek</translation>
    </message>
    <message>
      <source>&amp;Tools</source>
      <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <source>Try a &amp;question</source>
      <translation>Eine &amp;Frage stellen</translation>
    </message>
    <message>
      <source>Show &amp;hints again</source>
      <translation>&amp;Hinweise wieder zeigen</translation>
    </message>
    <message>
      <source>&amp;New from template</source>
      <translation>&amp;Neu aus Vorlage</translation>
    </message>
    <message>
      <source>Open &amp;recent</source>
      <translation>Zuletzt ge&amp;öffnet</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>&amp;Rückgängig</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>&amp;Wiederholen</translation>
    </message>
    <message>
      <source>Open or shut the panel</source>
      <translation>Leiste öffnen oder schließen</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;Ansicht</translation>
    </message>
    <message>
      <source>Keyboard</source>
      <translation>Tastatur</translation>
    </message>
    <message>
      <source>About Isocost</source>
      <translation>Über Isocost</translation>
    </message>
    <message>
      <source>&amp;Open…</source>
      <translation>&amp;Öffnen…</translation>
    </message>
    <message>
      <source>&amp;Add scenarios from file…</source>
      <translation>Szenarien aus Datei &amp;hinzufügen…</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>&amp;Speichern</translation>
    </message>
    <message>
      <source>Save &amp;as…</source>
      <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
      <source>&amp;Import model config…</source>
      <translation>Modellkonfiguration &amp;importieren…</translation>
    </message>
    <message>
      <source>&amp;Judge my benchmark…</source>
      <translation>Eigenen &amp;Benchmark beurteilen…</translation>
    </message>
    <message>
      <source>&amp;Export view…</source>
      <translation>Ansicht &amp;exportieren…</translation>
    </message>
    <message>
      <source>Export s&amp;cenario…</source>
      <translation>S&amp;zenario exportieren…</translation>
    </message>
    <message>
      <source>&amp;Report…</source>
      <translation>&amp;Bericht…</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>&amp;Beenden</translation>
    </message>
    <message>
      <source>&amp;Copy picture</source>
      <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
      <source>Copy &amp;table</source>
      <translation>&amp;Tabelle kopieren</translation>
    </message>
    <message>
      <source>&amp;Filter inputs</source>
      <translation>Eingaben &amp;filtern</translation>
    </message>
    <message>
      <source>&amp;Find…</source>
      <translation>&amp;Suchen…</translation>
    </message>
    <message>
      <source>New &amp;child</source>
      <translation>Neues &amp;Kind</translation>
    </message>
    <message>
      <source>&amp;Duplicate</source>
      <translation>&amp;Duplizieren</translation>
    </message>
    <message>
      <source>&amp;Close</source>
      <translation>S&amp;chließen</translation>
    </message>
    <message>
      <source>&amp;Pin as baseline</source>
      <translation>Als &amp;Basis festhalten</translation>
    </message>
    <message>
      <source>&amp;Reset all to as opened</source>
      <translation>Alles wie geöffnet &amp;zurücksetzen</translation>
    </message>
    <message>
      <source>&amp;Parts…</source>
      <translation>&amp;Teile…</translation>
    </message>
    <message>
      <source>Copy as &amp;command line</source>
      <translation>Als &amp;Befehlszeile kopieren</translation>
    </message>
    <message>
      <source>Copy as &amp;Python</source>
      <translation>Als &amp;Python kopieren</translation>
    </message>
    <message>
      <source>&amp;Keyboard</source>
      <translation>&amp;Tastatur</translation>
    </message>
    <message>
      <source>&amp;Formula reference</source>
      <translation>&amp;Formelverzeichnis</translation>
    </message>
    <message>
      <source>&amp;About Isocost</source>
      <translation>Ü&amp;ber Isocost</translation>
    </message>
    <message>
      <source>{title} panel</source>
      <translation>Leiste {title}</translation>
    </message>
    <message>
      <source>The economics of AI inference: what a token, a call, a user costs and earns, and how fast it is served.&lt;br&gt;&lt;br&gt;An isocost line joins all the ways of producing at the same cost.&lt;br&gt;&lt;br&gt;Apache License 2.0. Figures carry their sources; see Library.</source>
      <translation>Die Ökonomie der KI-Inferenz: was ein Token, ein Aufruf, ein Nutzer kostet und einbringt und wie schnell er bedient wird.&lt;br&gt;&lt;br&gt;Eine Isokostenlinie verbindet alle Wege, zu gleichen Kosten zu produzieren.&lt;br&gt;&lt;br&gt;Apache License 2.0. Zahlen tragen ihre Quellen; siehe Bibliothek.</translation>
    </message>
    <message>
      <source>No file opened yet</source>
      <translation>Noch keine Datei geöffnet</translation>
    </message>
    <message>
      <source>Slider: one step, ten, a tenth</source>
      <translation>Regler: ein Schritt, zehn, ein Zehntel</translation>
    </message>
    <message>
      <source>Arrows, with Shift, with Ctrl</source>
      <translation>Pfeile, mit Umschalt, mit Strg</translation>
    </message>
    <message>
      <source>Slider: 10 %, ends of the range</source>
      <translation>Regler: 10 %, Enden des Bereichs</translation>
    </message>
    <message>
      <source>Page Up/Down, Home/End</source>
      <translation>Bild auf/ab, Pos1/Ende</translation>
    </message>
    <message>
      <source>Slider: reset</source>
      <translation>Regler: zurücksetzen</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Entf</translation>
    </message>
    <message>
      <source>Cross-hair on a surface</source>
      <translation>Fadenkreuz auf einer Fläche</translation>
    </message>
    <message>
      <source>Arrows</source>
      <translation>Pfeile</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <source>New scenario</source>
      <translation>Neues Szenario</translation>
    </message>
    <message>
      <source>Baseline of all differences</source>
      <translation>Basis aller Unterschiede</translation>
    </message>
    <message>
      <source>Baselines</source>
      <translation>Basen</translation>
    </message>
    <message>
      <source>What the differences in the tiles and the dashed lines are against</source>
      <translation>Wogegen die Unterschiede in den Kacheln und die gestrichelten Linien gelten</translation>
    </message>
    <message>
      <source>Pin</source>
      <translation>Merken</translation>
    </message>
    <message>
      <source>Make this scenario, as it is now, the baseline</source>
      <translation>Dieses Szenario, wie es jetzt ist, zur Basis machen</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Find an input or an action (Ctrl+K)</source>
      <translation>Eine Eingabe oder Aktion suchen (Strg+K)</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Views</source>
      <translation>Ansichten</translation>
    </message>
    <message>
      <source>Rename scenario</source>
      <translation>Szenario umbenennen</translation>
    </message>
    <message>
      <source>Name:</source>
      <translation>Name:</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Umbenennen…</translation>
    </message>
    <message>
      <source>New child</source>
      <translation>Neues Kind</translation>
    </message>
    <message>
      <source>Duplicate</source>
      <translation>Duplizieren</translation>
    </message>
    <message>
      <source>Move an input: what that affects, and what it leaves alone, is listed here.</source>
      <translation>Eine Eingabe bewegen: was das bewirkt und was nicht, steht dann hier.</translation>
    </message>
    <message>
      <source>Let go, and the effects of this change are listed here.</source>
      <translation>Loslassen, und die Wirkungen dieser Änderung stehen hier.</translation>
    </message>
    <message>
      <source>no figure</source>
      <translation>kein Wert</translation>
    </message>
    <message>
      <source>unchanged</source>
      <translation>unverändert</translation>
    </message>
    <message>
      <source>now none</source>
      <translation>jetzt keiner</translation>
    </message>
    <message>
      <source>now there</source>
      <translation>jetzt da</translation>
    </message>
    <message>
      <source>{count} figures did not move</source>
      <translation>{count} Größen blieben</translation>
    </message>
    <message>
      <source>{names} and others.</source>
      <translation>{names} und andere.</translation>
    </message>
    <message>
      <source>Moved most, of {count} more</source>
      <translation>Am meisten bewegt, von {count} weiteren</translation>
    </message>
    <message>
      <source>Show every figure</source>
      <translation>Alle Größen zeigen</translation>
    </message>
    <message>
      <source>None.</source>
      <translation>Keine.</translation>
    </message>
    <message>
      <source>Click a figure above to see how it comes about.</source>
      <translation>Oben auf eine Zahl klicken, um zu sehen, wie sie zustande kommt.</translation>
    </message>
    <message>
      <source>Other inputs may do: it is computed anew with your next change. If this stays, the report says why.</source>
      <translation>Mit anderen Eingaben mag es gehen: Mit Ihrer nächsten Änderung wird neu gerechnet. Bleibt es so, sagt der Bericht, warum.</translation>
    </message>
    <message>
      <source>Try it once more. If it fails again, the report says why.</source>
      <translation>Versuchen Sie es noch einmal. Scheitert es wieder, sagt der Bericht, warum.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <source>Copy report</source>
      <translation>Bericht kopieren</translation>
    </message>
    <message>
      <source>Report copied</source>
      <translation>Bericht kopiert</translation>
    </message>
    <message>
      <source>Everything else goes on, and your work is untouched.</source>
      <translation>Alles andere läuft weiter, und Ihre Arbeit ist unberührt.</translation>
    </message>
    <message>
      <source>{view} could not be shown.</source>
      <translation>{view} konnte nicht gezeigt werden.</translation>
    </message>
    <message>
      <source>Find anything, or set an input</source>
      <translation>Etwas suchen oder eine Eingabe setzen</translation>
    </message>
    <message>
      <source>Nothing of that name. Try another word, or part of one.</source>
      <translation>Nichts dieses Namens. Ein anderes Wort versuchen oder einen Teil davon.</translation>
    </message>
    <message>
      <source>Find anything, or set an input: tp 8, rent = 1900 $/month</source>
      <translation>Alles finden oder eine Eingabe setzen: tp 8, rent = 1900 $/month</translation>
    </message>
    <message>
      <source>Stop writing</source>
      <translation>Schreiben beenden</translation>
    </message>
    <message>
      <source>Stop: nothing is written or copied</source>
      <translation>Beenden: Nichts wird geschrieben oder kopiert</translation>
    </message>
    <message>
      <source>Copy the report of the fault</source>
      <translation>Den Bericht über den Fehler kopieren</translation>
    </message>
    <message>
      <source>Close this notice</source>
      <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <source>Return here</source>
      <translation>Hierher zurück</translation>
    </message>
    <message>
      <source>Choose the figure that leads</source>
      <translation>Die führende Kennzahl wählen</translation>
    </message>
    <message>
      <source>after step {number}</source>
      <translation>nach Schritt {number}</translation>
    </message>
    <message>
      <source>against now</source>
      <translation>gegenüber jetzt</translation>
    </message>
    <message>
      <source>now</source>
      <translation>jetzt</translation>
    </message>
    <message>
      <source>{delta} against now</source>
      <translation>{delta} gegen jetzt</translation>
    </message>
    <message>
      <source>as now</source>
      <translation>wie jetzt</translation>
    </message>
    <message>
      <source>Open as scenario</source>
      <translation>Als Szenario öffnen</translation>
    </message>
    <message>
      <source>not in use</source>
      <translation>nicht genutzt</translation>
    </message>
    <message>
      <source>Range seen</source>
      <translation>Gesehener Bereich</translation>
    </message>
    <message>
      <source>By its source: {grade}</source>
      <translation>Nach seiner Quelle: {grade}</translation>
    </message>
    <message>
      <source>Explain</source>
      <translation>Erklären</translation>
    </message>
    <message>
      <source>Issues</source>
      <translation>Probleme</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>Effects</source>
      <translation>Wirkung</translation>
    </message>
    <message>
      <source>Close the panel</source>
      <translation>Leiste schließen</translation>
    </message>
    <message>
      <source>Not feasible</source>
      <translation>Nicht zulässig</translation>
    </message>
    <message>
      <source>Unusual input</source>
      <translation>Ungewöhnliche Eingabe</translation>
    </message>
    <message>
      <source>Nothing to mend: every limit holds and every input lies within what sources show.</source>
      <translation>Nichts zu tun: jede Grenze hält, und jede Eingabe liegt in dem, was Quellen zeigen.</translation>
    </message>
    <message>
      <source>Cheapest cures</source>
      <translation>Günstigste Abhilfen</translation>
    </message>
    <message>
      <source>Open {title}</source>
      <translation>{title} öffnen</translation>
    </message>
    <message>
      <source>Bring the {view} view to the front</source>
      <translation>Ansicht {view} nach vorn holen</translation>
    </message>
    <message>
      <source>no value</source>
      <translation>kein Wert</translation>
    </message>
    <message>
      <source>Four measurements in five would lie from {names}.
{grade}: {basis}</source>
      <translation>Vier von fünf Messungen lägen von {names}.
{grade}: {basis}</translation>
    </message>
    <message>
      <source>Monte Carlo, {count:,} samples: P10 {low}, P50 {middle}, P90 {high}.</source>
      <translation>Monte-Carlo, {count:,} Stichproben: P10 {low}, P50 {middle}, P90 {high}.</translation>
    </message>
    <message>
      <source>limit {value}</source>
      <translation>Grenze {value}</translation>
    </message>
    <message>
      <source>Cost per M output tokens</source>
      <translation>Kosten je M Ausgabetoken</translation>
    </message>
    <message>
      <source>Cost per M output</source>
      <translation>Kosten je M Ausgabe</translation>
    </message>
    <message>
      <source>Cost / M out</source>
      <translation>Kosten / M Aus</translation>
    </message>
    <message>
      <source>Energy / resp.</source>
      <translation>Energie/Antw.</translation>
    </message>
    <message>
      <source>Accel.</source>
      <translation>Beschl.</translation>
    </message>
    <message>
      <source>Break-even</source>
      <translation>Break-even</translation>
    </message>
    <message>
      <source>{earns:.0f} % above 0</source>
      <translation>{earns:.0f} % über 0</translation>
    </message>
    <message>
      <source> Above zero in {earns:.1f} % of them.</source>
      <translation> Über null in {earns:.1f} % davon.</translation>
    </message>
    <message>
      <source>Tier {number}, {answers:.3g} % of the answers: {value}</source>
      <translation>Stufe {number}, {answers:.3g} % der Antworten: {value}</translation>
    </message>
    <message>
      <source>{label} has no value here: {why}</source>
      <translation>{label} hat hier keinen Wert: {why}</translation>
    </message>
    <message>
      <source> Every limit holds in {holds:.1f} % of them.</source>
      <translation> Alle Grenzen halten in {holds:.1f} % davon.</translation>
    </message>
    <message>
      <source>sim {figure}</source>
      <translation>sim. {figure}</translation>
    </message>
    <message>
      <source>{detail}
Simulated {seen}: the closed form is off, this counts.</source>
      <translation>{detail}
Simuliert {seen}: die Formel liegt daneben, dies zählt.</translation>
    </message>
    <message>
      <source>bought tokens</source>
      <translation>gekaufte Token</translation>
    </message>
    <message>
      <source>{detail}
Exact: {basis}</source>
      <translation>{detail}
Exakt: {basis}</translation>
    </message>
    <message>
      <source>Input</source>
      <translation>Eingabe</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>Unit</source>
      <translation>Einheit</translation>
    </message>
    <message>
      <source>Grade</source>
      <translation>Grad</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Remove {label} from your library? Scenarios that use it carry their own copy.</source>
      <translation>{label} aus Ihrer Bibliothek entfernen? Szenarien, die es verwenden, tragen ihre eigene Kopie.</translation>
    </message>
    <message>
      <source>Parts (*.json *.toml);;All files (*)</source>
      <translation>Teile (*.json *.toml);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Library of parts</source>
      <translation>Bibliothek der Teile</translation>
    </message>
    <message>
      <source>Kind of part</source>
      <translation>Art des Teils</translation>
    </message>
    <message>
      <source>Filter parts</source>
      <translation>Teile filtern</translation>
    </message>
    <message>
      <source>Parts</source>
      <translation>Teile</translation>
    </message>
    <message>
      <source>Figures of the part</source>
      <translation>Zahlen des Teils</translation>
    </message>
    <message>
      <source>Sources range from {low:g} to {high:g}.</source>
      <translation>Quellen reichen von {low:g} bis {high:g}.</translation>
    </message>
    <message>
      <source>Rename part</source>
      <translation>Teil umbenennen</translation>
    </message>
    <message>
      <source>Import a part</source>
      <translation>Ein Teil importieren</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filtern</translation>
    </message>
    <message>
      <source>No part fits the filter</source>
      <translation>Kein Teil passt zum Filter</translation>
    </message>
    <message>
      <source>Remove part</source>
      <translation>Teil entfernen</translation>
    </message>
    <message>
      <source>{label}  (yours)</source>
      <translation>{label}  (eigenes)</translation>
    </message>
    <message>
      <source>What this scenario stands for, who asked, what was assumed. Lines that begin with private: leave with no export.</source>
      <translation>Wofür dieses Szenario steht, wer gefragt hat, was angenommen wurde. Zeilen, die mit private: beginnen, verlassen die Datei mit keinem Export.</translation>
    </message>
    <message>
      <source>Note on this scenario</source>
      <translation>Notiz zu diesem Szenario</translation>
    </message>
    <message>
      <source>&lt;b&gt;Nothing is served.&lt;/b&gt; {why}.</source>
      <translation>&lt;b&gt;Nichts wird bedient.&lt;/b&gt; {why}.</translation>
    </message>
    <message>
      <source>What differs</source>
      <translation>Unterschiede</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Open it with these changes, not yet saved</source>
      <translation>Mit diesen Änderungen öffnen, noch nicht gespeichert</translation>
    </message>
    <message>
      <source>Go on with what was last saved</source>
      <translation>Mit dem zuletzt Gespeicherten weitermachen</translation>
    </message>
    <message>
      <source>Recovered: {name}, {count} changes since save</source>
      <translation>Wiederhergestellt: {name}, {count} Änderungen seit dem Speichern</translation>
    </message>
    <message>
      <source>Recovered: {name}, 1 change since save</source>
      <translation>Wiederhergestellt: {name}, 1 Änderung seit dem Speichern</translation>
    </message>
    <message>
      <source>What differs from the saved state</source>
      <translation>Was vom gespeicherten Stand abweicht</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>und {count} weitere</translation>
    </message>
    <message>
      <source>{on} lines on</source>
      <translation>{on} Zeilen an</translation>
    </message>
    <message>
      <source>one line on</source>
      <translation>eine Zeile an</translation>
    </message>
    <message>
      <source>no line on</source>
      <translation>keine Zeile an</translation>
    </message>
    <message>
      <source>Steps wait for {what}</source>
      <translation>Schritte warten auf {what}</translation>
    </message>
    <message>
      <source>Too little demand: {idle:.0f} % of a replica waits for requests</source>
      <translation>Zu wenig Nachfrage: {idle:.0f} % eines Replikats warten auf Anfragen</translation>
    </message>
    <message>
      <source>{told}; next limit: {words}, at {use:.0f} % of it</source>
      <translation>{told}; nächste Grenze: {words}, zu {use:.0f} % ausgeschöpft</translation>
    </message>
    <message>
      <source>of what others are paid: own staff, lenders and owners apart</source>
      <translation>von dem, was andere bekommen; ohne eigene Leute, Kreditgeber und Eigner</translation>
    </message>
    <message>
      <source>{value:.2f} in the baseline</source>
      <translation>{value:.2f} in der Basis</translation>
    </message>
    <message>
      <source>Largest: {largest}</source>
      <translation>Größter: {largest}</translation>
    </message>
    <message>
      <source> and {layers} more</source>
      <translation> und {layers} weitere</translation>
    </message>
    <message>
      <source>Guess: {source}</source>
      <translation>Schätzung: {source}</translation>
    </message>
    <message>
      <source>; {largest} {largest_share} in the baseline</source>
      <translation>; {largest} {largest_share} in der Basis</translation>
    </message>
    <message>
      <source>{share} of the layer. {source}</source>
      <translation>{share} der Schicht. {source}</translation>
    </message>
    <message>
      <source>{rest} more</source>
      <translation>{rest} weitere</translation>
    </message>
    <message>
      <source>{guessed} of it rests on guessed shares of the market.</source>
      <translation>{guessed} davon beruhen auf geschätzten Marktanteilen.</translation>
    </message>
    <message>
      <source>nothing now</source>
      <translation>jetzt nichts</translation>
    </message>
    <message>
      <source>together</source>
      <translation>zusammen</translation>
    </message>
    <message>
      <source>{count} smaller</source>
      <translation>{count} kleinere</translation>
    </message>
    <message>
      <source>{keys} and {keys2} more</source>
      <translation>{keys} und {keys2} weitere</translation>
    </message>
    <message>
      <source>our doing</source>
      <translation>unser Werk</translation>
    </message>
    <message>
      <source>assumptions</source>
      <translation>Annahmen</translation>
    </message>
    <message>
      <source>the market</source>
      <translation>der Markt</translation>
    </message>
    <message>
      <source>several at once</source>
      <translation>mehreres zugleich</translation>
    </message>
    <message>
      <source>Best: {parts} of the map</source>
      <translation>Am besten: {parts} der Karte</translation>
    </message>
    <message>
      <source>{count} orders drawn</source>
      <translation>{count} gezogene Reihenfolgen</translation>
    </message>
    <message>
      <source>Each on the same colours; hatched where a limit is missed</source>
      <translation>Alle in denselben Farben; schraffiert, wo eine Grenze verfehlt wird</translation>
    </message>
    <message>
      <source>Nobody holds the limits anywhere on this map</source>
      <translation>Niemand hält auf dieser Karte irgendwo die Grenzen</translation>
    </message>
    <message>
      <source>{name} on {share}</source>
      <translation>{name} auf {share}</translation>
    </message>
    <message>
      <source>{name} alone holds them on {share} of the map</source>
      <translation>{name} allein hält sie auf {share} der Karte</translation>
    </message>
    <message>
      <source>all</source>
      <translation>allem</translation>
    </message>
    <message>
      <source>is </source>
      <translation>sind </translation>
    </message>
    <message>
      <source>standard error {error}</source>
      <translation>Standardfehler {error}</translation>
    </message>
    <message>
      <source>every order</source>
      <translation>jede Reihenfolge</translation>
    </message>
    <message>
      <source>{count} more changes nothing.</source>
      <translation>{count} weitere ändert nichts.</translation>
    </message>
    <message>
      <source>{count} more change nothing.</source>
      <translation>{count} weitere ändern nichts.</translation>
    </message>
    <message>
      <source>Bars are far larger than the figures: see them in factors.</source>
      <translation>Die Balken sind viel größer als die Werte: besser in Faktoren ansehen.</translation>
    </message>
    <message>
      <source>{inputs} can only change at once.</source>
      <translation>{inputs} können sich nur zugleich ändern.</translation>
    </message>
    <message>
      <source>{band} in four of five, {grade}</source>
      <translation>{band} in vier von fünf, {grade}</translation>
    </message>
    <message>
      <source>no source is noted</source>
      <translation>keine Quelle vermerkt</translation>
    </message>
    <message>
      <source>comes with the part</source>
      <translation>kommt mit dem Teil</translation>
    </message>
    <message>
      <source>Click to take it into the scenario in front</source>
      <translation>Klick übernimmt es in das vordere Szenario</translation>
    </message>
    <message>
      <source>Nowhere do both hold the limits</source>
      <translation>Nirgends halten beide die Grenzen</translation>
    </message>
    <message>
      <source>Of the {whole}, </source>
      <translation>Von {whole} </translation>
    </message>
    <message>
      <source>Standard error at most {error}.</source>
      <translation>Standardfehler höchstens {error}.</translation>
    </message>
    <message>
      <source>Mean over every order of the changes, so none comes first.</source>
      <translation>Mittel über jede Reihenfolge der Änderungen, keine kommt zuerst.</translation>
    </message>
    <message>
      <source>{change} against the base</source>
      <translation>{change} gegen die Basis</translation>
    </message>
    <message>
      <source>, with {count} figures</source>
      <translation>, mit {count} Werten</translation>
    </message>
    <message>
      <source>hot spare</source>
      <translation>laufende Reserve</translation>
    </message>
    <message>
      <source>server swap</source>
      <translation>Servertausch</translation>
    </message>
    <message>
      <source>two regions</source>
      <translation>zwei Regionen</translation>
    </message>
    <message>
      <source>second provider</source>
      <translation>zweiter Anbieter</translation>
    </message>
    <message>
      <source>Nothing can be served: {stopped}.</source>
      <translation>Nichts kann bedient werden: {stopped}.</translation>
    </message>
    <message>
      <source>, slowest tier</source>
      <translation>, langsamste Stufe</translation>
    </message>
    <message>
      <source>{mean} {unit} in the mean</source>
      <translation>{mean} {unit} im Mittel</translation>
    </message>
    <message>
      <source>, load spread evenly; energy per response and the bill take {billed} {unit}, quiet replicas idle</source>
      <translation>, Last gleichmäßig verteilt; Energie je Antwort und Rechnung nehmen {billed} {unit}, ruhige Replikate im Leerlauf</translation>
    </message>
    <message>
      <source>{hour} to {hour2:02d}:00</source>
      <translation>{hour} bis {hour2:02d}:00</translation>
    </message>
    <message>
      <source>Demand {urgent}</source>
      <translation>Nachfrage {urgent}</translation>
    </message>
    <message>
      <source>{replicas} replicas at {load:.3g} % of capacity</source>
      <translation>{replicas} Replikate bei {load:.3g} % der Kapazität</translation>
    </message>
    <message>
      <source>Cannot wait {urgent}, served late {late}</source>
      <translation>Unaufschiebbar {urgent}, später bedient {late}</translation>
    </message>
    <message>
      <source>Bought; {cost}</source>
      <translation>Gekauft; {cost}</translation>
    </message>
    <message>
      <source>{spare} more in reserve</source>
      <translation>{spare} weitere in Reserve</translation>
    </message>
    <message>
      <source>limit {limit} {unit}</source>
      <translation>Grenze {limit} {unit}</translation>
    </message>
    <message>
      <source>{whole} over all hours</source>
      <translation>{whole} über alle Stunden</translation>
    </message>
    <message>
      <source>No point of {wanted} tells it; these come nearest.</source>
      <translation>Kein Punkt von {wanted} sagt es; diese kommen am nächsten.</translation>
    </message>
    <message>
      <source>{value:,.0f} in, {value2:,.0f} out</source>
      <translation>{value:,.0f} ein, {value2:,.0f} aus</translation>
    </message>
    <message>
      <source>{share} too high</source>
      <translation>{share} zu hoch</translation>
    </message>
    <message>
      <source>{share} too low</source>
      <translation>{share} zu niedrig</translation>
    </message>
    <message>
      <source>{label} with {sort} in {precision}</source>
      <translation>{label} mit {sort} in {precision}</translation>
    </message>
    <message>
      <source>, {value:,.0f} at once</source>
      <translation>, {value:,.0f} zugleich</translation>
    </message>
    <message>
      <source>{part}{devices}, {model} in {precision}</source>
      <translation>{part}{devices}, {model} in {precision}</translation>
    </message>
    <message>
      <source>measured {measured} {unit}, predicted {predicted} {unit}, {error}</source>
      <translation>gemessen {measured} {unit}, vorhergesagt {predicted} {unit}, {error}</translation>
    </message>
    <message>
      <source>suspect: {shortened}</source>
      <translation>verdächtig: {shortened}</translation>
    </message>
    <message>
      <source>No point of the curve can be served{why}</source>
      <translation>Kein Punkt der Kurve kann bedient werden{why}</translation>
    </message>
    <message>
      <source>{label} moves neither of the two{bought}</source>
      <translation>{label} bewegt keine der beiden{bought}</translation>
    </message>
    <message>
      <source>The scenario itself is not served{why}</source>
      <translation>Das Szenario selbst wird nicht bedient{why}</translation>
    </message>
    <message>
      <source>stopped by {limit}</source>
      <translation>gestoppt durch {limit}</translation>
    </message>
    <message>
      <source>{which} limit</source>
      <translation>{which}-Grenze</translation>
    </message>
    <message>
      <source>limit</source>
      <translation>Grenze</translation>
    </message>
    <message>
      <source>limit {limits}</source>
      <translation>Grenze {limits}</translation>
    </message>
    <message>
      <source>{before} to {after} per {million} output</source>
      <translation>{before} auf {after} je {million} Ausgabe</translation>
    </message>
    <message>
      <source>. {levers} does not pay</source>
      <translation>. {levers} lohnt sich nicht</translation>
    </message>
    <message>
      <source>. {levers} do not pay</source>
      <translation>. {levers} lohnen sich nicht</translation>
    </message>
    <message>
      <source>earned back after {tokens:,.3g} billion output tokens</source>
      <translation>zurückverdient nach {tokens:,.3g} Milliarden Ausgabetoken</translation>
    </message>
    <message>
      <source>Nothing is served today: stopped by {stopped}. {label} mends it.</source>
      <translation>Heute wird nichts bedient: gestoppt durch {stopped}. {label} behebt es.</translation>
    </message>
    <message>
      <source>No lever is pulled.</source>
      <translation>Kein Hebel ist gezogen.</translation>
    </message>
    <message>
      <source>at the same quality</source>
      <translation>bei gleicher Qualität</translation>
    </message>
    <message>
      <source>; breaks the {limit}</source>
      <translation>; verletzt: {limit}</translation>
    </message>
    <message>
      <source>Nothing is served today: stopped by {stopped}. No lever here mends it.</source>
      <translation>Heute wird nichts bedient: gestoppt durch {stopped}. Kein Hebel hier behebt es.</translation>
    </message>
    <message>
      <source> and </source>
      <translation> und </translation>
    </message>
    <message>
      <source>Expect the closed form to be about {share:.0f} % too {side} here, as on {near}. {cure}</source>
      <translation>Die Formel liegt hier wohl um {share:.0f} % zu {side}, wie bei {near}. {cure}</translation>
    </message>
    <message>
      <source>{names}. The simulated figures count.</source>
      <translation>{names}. Die simulierten Zahlen zählen.</translation>
    </message>
    <message>
      <source>Simulated: {figures}</source>
      <translation>Simuliert: {figures}</translation>
    </message>
    <message>
      <source>, {requests:,} requests</source>
      <translation>, {requests:,} Anfragen</translation>
    </message>
    <message>
      <source>{said}. The closed form is within {tolerance:.0f} % or chance of it.</source>
      <translation>{said}. Die Formel trifft es auf {tolerance:.0f} % oder den Zufall genau.</translation>
    </message>
    <message>
      <source>{said}. The closed form is off here: the simulated figure counts.</source>
      <translation>{said}. Die Formel liegt hier daneben: die simulierte Zahl zählt.</translation>
    </message>
    <message>
      <source>{label} {names} by the closed form</source>
      <translation>{label} {names} nach der Formel</translation>
    </message>
    <message>
      <source>{percent} load</source>
      <translation>{percent} Last</translation>
    </message>
    <message>
      <source>a batch cap of {said}</source>
      <translation>einer Batch-Obergrenze von {said}</translation>
    </message>
    <message>
      <source>{said} at once</source>
      <translation>{said} zugleich</translation>
    </message>
    <message>
      <source>{said} in flight</source>
      <translation>{said} in Arbeit</translation>
    </message>
    <message>
      <source>{requests:,} requests simulated</source>
      <translation>{requests:,} Anfragen simuliert</translation>
    </message>
    <message>
      <source>Closed form off by up to {far} ({where}): where struck out, the simulated figure counts</source>
      <translation>Formel bis zu {far} daneben ({where}): wo durchgestrichen, zählt die simulierte Zahl</translation>
    </message>
    <message>
      <source>, {runs} runs</source>
      <translation>, {runs} Läufe</translation>
    </message>
    <message>
      <source>{requests:,} requests of {name}, the clock set to this load</source>
      <translation>{requests:,} Anfragen aus {name}, die Uhr auf diese Last gestellt</translation>
    </message>
    <message>
      <source>{tier}, {model}, {reach:.3g} % of requests</source>
      <translation>{tier}, {model}, {reach:.3g} % der Anfragen</translation>
    </message>
    <message>
      <source>The simulator meets a limit at {load} already</source>
      <translation>Der Simulator stößt schon bei {load} an eine Grenze</translation>
    </message>
    <message>
      <source>The simulator meets a limit at {load} only</source>
      <translation>Der Simulator stößt erst bei {load} an eine Grenze</translation>
    </message>
    <message>
      <source>{what} reaches {promised} at {value}, {rate}</source>
      <translation>{what} erreicht {promised} bei {value}, {rate}</translation>
    </message>
    <message>
      <source>Tokens are bought: latency is what the seller states, whatever your load</source>
      <translation>Token sind gekauft: die Latenz ist, was der Verkäufer angibt, bei jeder Last</translation>
    </message>
    <message>
      <source>{what} is {value} on an idle replica already, the limit is {limit}</source>
      <translation>{what} ist {value} schon auf einem leeren Replikat, die Grenze ist {limit}</translation>
    </message>
    <message>
      <source>requests queue for prefill, {share} of the replica's time</source>
      <translation>Anfragen warten auf den Prefill, {share} der Zeit des Replikats</translation>
    </message>
    <message>
      <source>{there} sequences share a decode step bound by {bound}</source>
      <translation>{there} Sequenzen teilen einen Decode-Schritt, begrenzt durch {bound}</translation>
    </message>
    <message>
      <source>the KV cache holds {limit:,.0f} sequences</source>
      <translation>der KV-Cache fasst {limit:,.0f} Sequenzen</translation>
    </message>
    <message>
      <source>Now at {here}, within it.</source>
      <translation>Jetzt bei {here}, innerhalb.</translation>
    </message>
    <message>
      <source>Now at {here}, beyond it.</source>
      <translation>Jetzt bei {here}, darüber hinaus.</translation>
    </message>
    <message>
      <source>at {now}</source>
      <translation>bei {now}</translation>
    </message>
    <message>
      <source>{to}, {rate}, batch {batch}</source>
      <translation>{to}, {rate}, Batch {batch}</translation>
    </message>
    <message>
      <source>{head}. {detail} At {now}: {figures}.</source>
      <translation>{head}. {detail} Bei {now}: {figures}.</translation>
    </message>
    <message>
      <source>{slots}, {rate} at most</source>
      <translation>{slots}, höchstens {rate}</translation>
    </message>
    <message>
      <source>{detail}. No load can meet it.</source>
      <translation>{detail}. Keine Last kann sie einhalten.</translation>
    </message>
    <message>
      <source>requests queue for a slot: {slots}</source>
      <translation>Anfragen warten auf einen Platz: {slots}</translation>
    </message>
    <message>
      <source>requests queue for prefill, whose pool is busy {share} of the time</source>
      <translation>Anfragen warten auf den Prefill, dessen Pool zu {share} der Zeit arbeitet</translation>
    </message>
    <message>
      <source>prefill of others takes {others:.0f} % of the time between two tokens</source>
      <translation>der Prefill anderer nimmt {others:.0f} % der Zeit zwischen zwei Token</translation>
    </message>
    <message>
      <source>the batch cap is {cap:,.0f} sequences</source>
      <translation>die Batch-Obergrenze ist {cap:,.0f} Sequenzen</translation>
    </message>
    <message>
      <source>The load asked for cannot be served.</source>
      <translation>Die verlangte Last kann nicht bedient werden.</translation>
    </message>
    <message>
      <source>Now at {here}, where the limit is met.</source>
      <translation>Jetzt bei {here}, genau an der Grenze.</translation>
    </message>
    <message>
      <source>{count} point</source>
      <translation>{count} Punkt</translation>
    </message>
    <message>
      <source>{count} points</source>
      <translation>{count} Punkte</translation>
    </message>
    <message>
      <source>Tier {tier} {said}</source>
      <translation>Stufe {tier} {said}</translation>
    </message>
    <message>
      <source>No load can be served</source>
      <translation>Keine Last kann bedient werden</translation>
    </message>
    <message>
      <source>Both limits hold up to saturation</source>
      <translation>Beide Grenzen halten bis zur Sättigung</translation>
    </message>
    <message>
      <source>, {value} are allowed</source>
      <translation>, {value} sind erlaubt</translation>
    </message>
    <message>
      <source>{measured} is {value}{allowed}</source>
      <translation>{measured} ist {value}{allowed}</translation>
    </message>
    <message>
      <source>prefill of one request alone takes {it}</source>
      <translation>der Prefill einer Anfrage allein dauert {it}</translation>
    </message>
    <message>
      <source>a decode step of a single sequence takes {it}</source>
      <translation>ein Decode-Schritt einer einzelnen Sequenz dauert {it}</translation>
    </message>
    <message>
      <source>The scenario lies beyond saturation.</source>
      <translation>Das Szenario liegt jenseits der Sättigung.</translation>
    </message>
    <message>
      <source>Tier {tier}, as the seller states</source>
      <translation>Stufe {tier}, nach Angabe des Verkäufers</translation>
    </message>
    <message>
      <source>As the seller states</source>
      <translation>Nach Angabe des Verkäufers</translation>
    </message>
    <message>
      <source>{point}, batch {batch}, prefill {prefill}</source>
      <translation>{point}, Batch {batch}, Prefill {prefill}</translation>
    </message>
    <message>
      <source>All tiers: {statistic} TTFT {ttft}, TPOT {tpot}</source>
      <translation>Alle Stufen: {statistic} TTFT {ttft}, TPOT {tpot}</translation>
    </message>
    <message>
      <source>Tier {tier}: {head}</source>
      <translation>Stufe {tier}: {head}</translation>
    </message>
    <message>
      <source>{one} and {other} move nothing shown.</source>
      <translation>{one} und {other} bewegen nichts Gezeigtes.</translation>
    </message>
    <message>
      <source>{input} moves nothing shown.</source>
      <translation>{input} bewegt nichts Gezeigtes.</translation>
    </message>
    <message>
      <source>Nothing here can be served: every point breaks a limit.</source>
      <translation>Nichts hier ist bedienbar: jeder Punkt bricht eine Grenze.</translation>
    </message>
    <message>
      <source>You earn everywhere outside a hatch.</source>
      <translation>Sie verdienen überall außerhalb einer Schraffur.</translation>
    </message>
    <message>
      <source>No point here earns its cost.</source>
      <translation>Kein Punkt hier deckt seine Kosten.</translation>
    </message>
    <message>
      <source>{label} is {metric}</source>
      <translation>{label} ist {metric}</translation>
    </message>
    <message>
      <source>Baseline, per {unit}</source>
      <translation>Basis, je {unit}</translation>
    </message>
    <message>
      <source>Cost {basis}</source>
      <translation>Kosten {basis}</translation>
    </message>
    <message>
      <source>{label} at P10</source>
      <translation>{label} bei P10</translation>
    </message>
    <message>
      <source>{label} at P90</source>
      <translation>{label} bei P90</translation>
    </message>
    <message>
      <source>{label} from</source>
      <translation>{label} von</translation>
    </message>
    <message>
      <source>{label} to</source>
      <translation>{label} bis</translation>
    </message>
    <message>
      <source>{name}, measured</source>
      <translation>{name}, gemessen</translation>
    </message>
    <message>
      <source>{name}, predicted</source>
      <translation>{name}, vorhergesagt</translation>
    </message>
    <message>
      <source>Revenue of {name}</source>
      <translation>Umsatz: {name}</translation>
    </message>
    <message>
      <source>{label} there</source>
      <translation>{label} dort</translation>
    </message>
    <message>
      <source>Per {unit}</source>
      <translation>Je {unit}</translation>
    </message>
    <message>
      <source>% of price</source>
      <translation>% des Preises</translation>
    </message>
    <message>
      <source>Latency, {figure}</source>
      <translation>Latenz, {figure}</translation>
    </message>
    <message>
      <source> per replica</source>
      <translation> je Replikat</translation>
    </message>
    <message>
      <source>, tier 1</source>
      <translation>, Stufe 1</translation>
    </message>
    <message>
      <source>{label} has no figure in any sample: nothing is served. Mend {stopped} first</source>
      <translation>{label} hat in keiner Stichprobe eine Zahl: nichts wird bedient. Zuerst beheben: {stopped}</translation>
    </message>
    <message>
      <source>{label}: a token dollar brings {ratio}</source>
      <translation>{label}: ein Token-Dollar bringt {ratio}</translation>
    </message>
    <message>
      <source>{named}, and its tokens are worth {density} their list price.</source>
      <translation>{named}, und seine Token sind das {density} ihres Listenpreises wert.</translation>
    </message>
    <message>
      <source>{label}: errors and other cost take more than the answer brings.</source>
      <translation>{label}: Fehler und andere Kosten nehmen mehr, als die Antwort bringt.</translation>
    </message>
    <message>
      <source>{named}. Worth less than the list price: crushed by competition.</source>
      <translation>{named}. Weniger wert als der Listenpreis: vom Wettbewerb erdrückt.</translation>
    </message>
    <message>
      <source>{ratio} what its tokens cost</source>
      <translation>{ratio} so viel, wie seine Token kosten</translation>
    </message>
    <message>
      <source>, cached {base}</source>
      <translation>, Cache {base}</translation>
    </message>
    <message>
      <source>worth {density} per M tokens</source>
      <translation>{density} je M Token wert</translation>
    </message>
    <message>
      <source>input {base}{cached}, output {base2} per M</source>
      <translation>Eingabe {base}{cached}, Ausgabe {base2} je M</translation>
    </message>
    <message>
      <source>{per_token} per M tokens of this mix, ${per_request:.3g} a request</source>
      <translation>{per_token} je M Token dieser Mischung, ${per_request:.3g} je Anfrage</translation>
    </message>
    <message>
      <source>margin at your cost {margin}</source>
      <translation>Marge bei Ihren Kosten {margin}</translation>
    </message>
    <message>
      <source>Availability {available} misses its target {wanted}: spares cannot make up for the common cause, {common} of the time</source>
      <translation>Verfügbarkeit {available} verfehlt ihr Ziel {wanted}: Reserven gleichen die gemeinsame Ursache nicht aus, {common} der Zeit</translation>
    </message>
    <message>
      <source>Answers split {shares} would cost {saved:.2g} % less, bad answers included, with {quality:.3g} % of them good</source>
      <translation>Antworten im Verhältnis {shares} kosteten {saved:.2g} % weniger, schlechte eingerechnet; {quality:.3g} % davon gut</translation>
    </message>
    <message>
      <source>No figure: {why}.</source>
      <translation>Keine Zahl: {why}.</translation>
    </message>
    <message>
      <source>Split {shares}</source>
      <translation>Aufteilen {shares}</translation>
    </message>
    <message>
      <source>{day} {month} {year}</source>
      <translation>{day}. {month} {year}</translation>
    </message>
    <message>
      <source>{date}   ·   Isocost {version}   ·   catalogue {digest}</source>
      <translation>{date}   ·   Isocost {version}   ·   Katalog {digest}</translation>
    </message>
    <message>
      <source>Isocost {version}, catalogue {digest}</source>
      <translation>Isocost {version}, Katalog {digest}</translation>
    </message>
    <message>
      <source>the baseline</source>
      <translation>der Basis</translation>
    </message>
    <message>
      <source>What differs from {name}</source>
      <translation>Was anders ist als in {name}</translation>
    </message>
    <message>
      <source>D decision, A assumption, P price.</source>
      <translation>D Entscheidung, A Annahme, P Preis.</translation>
    </message>
    <message>
      <source>The bill</source>
      <translation>Die Rechnung</translation>
    </message>
    <message>
      <source>Who earns it: the chain</source>
      <translation>Wer daran verdient: die Kette</translation>
    </message>
    <message>
      <source>Figures and their bands</source>
      <translation>Werte und ihre Bänder</translation>
    </message>
    <message>
      <source>Four measurements in five of such a point lie within its band.</source>
      <translation>Vier von fünf Messungen eines solchen Punkts liegen in seinem Band.</translation>
    </message>
    <message>
      <source>Inputs, with where they come from</source>
      <translation>Eingaben und woher sie kommen</translation>
    </message>
    <message>
      <source>D is a decision, A an assumption of how the world works, P a price the market sets. Inputs without effect under the choices made are left out.</source>
      <translation>D ist eine Entscheidung, A eine Annahme darüber, wie die Welt funktioniert, P ein Preis, den der Markt setzt. Eingaben, die unter den getroffenen Wahlen nichts bewirken, sind weggelassen.</translation>
    </message>
    <message>
      <source>{value}, locked</source>
      <translation>{value}, gesperrt</translation>
    </message>
    <message>
      <source>Formulas</source>
      <translation>Formeln</translation>
    </message>
    <message>
      <source>Figures that follow from others by a formula, in base units.</source>
      <translation>Werte, die durch eine Formel aus anderen folgen, in Basiseinheiten.</translation>
    </message>
    <message>
      <source>What to know before the figures are used</source>
      <translation>Was vor Gebrauch der Zahlen zu wissen ist</translation>
    </message>
    <message>
      <source>Was</source>
      <translation>War</translation>
    </message>
    <message>
      <source>Is</source>
      <translation>Ist</translation>
    </message>
    <message>
      <source>Cause</source>
      <translation>Ursache</translation>
    </message>
    <message>
      <source>$ per month</source>
      <translation>$ je Monat</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <source>Per M output tokens</source>
      <translation>Je M Ausgabetoken</translation>
    </message>
    <message>
      <source>Layer</source>
      <translation>Schicht</translation>
    </message>
    <message>
      <source>What its dollars buy</source>
      <translation>Was ihre Dollar kaufen</translation>
    </message>
    <message>
      <source>Figure</source>
      <translation>Kennzahl</translation>
    </message>
    <message>
      <source>Band</source>
      <translation>Band</translation>
    </message>
    <message>
      <source>{idle} inputs have no effect here.</source>
      <translation>{idle} Eingaben bewirken hier nichts.</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Übriges</translation>
    </message>
    <message>
      <source>Total</source>
      <translation>Summe</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <source>Formula</source>
      <translation>Formel</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>PDF document (*.pdf)</source>
      <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
      <source>Writing {name}</source>
      <translation>{name} wird geschrieben</translation>
    </message>
    <message>
      <source>{name} is still being written.</source>
      <translation>{name} wird noch geschrieben.</translation>
    </message>
    <message>
      <source>Writing {name}: {said}</source>
      <translation>{name} wird geschrieben: {said}</translation>
    </message>
    <message>
      <source>{name} written</source>
      <translation>{name} geschrieben</translation>
    </message>
    <message>
      <source>{name} is written. It carries its scenario.</source>
      <translation>{name} ist geschrieben und trägt sein Szenario.</translation>
    </message>
    <message>
      <source>{name} was not written: {why}</source>
      <translation>{name} wurde nicht geschrieben: {why}</translation>
    </message>
    <message>
      <source>{label} is {value} in all {cases} open scenarios</source>
      <translation>{label} ist {value} in allen {cases} offenen Szenarien</translation>
    </message>
    <message>
      <source>{label} moves {found} of {metric} figures</source>
      <translation>{label} bewegt {found} von {metric} Zahlen</translation>
    </message>
    <message>
      <source>{label} moves no figure</source>
      <translation>{label} bewegt keine Zahl</translation>
    </message>
    <message>
      <source>Set {label} in all scenarios</source>
      <translation>{label} in allen Szenarien setzen</translation>
    </message>
    <message>
      <source>{label} was set in {count} scenarios; {names} cannot have it</source>
      <translation>{label} wurde in {count} Szenarien gesetzt; {names} können es nicht haben</translation>
    </message>
    <message>
      <source>Model {version}</source>
      <translation>Modell {version}</translation>
    </message>
    <message>
      <source>Settings were damaged: what could be read was kept, the old file was set aside as {name}.</source>
      <translation>Die Einstellungen waren beschädigt: Lesbares blieb erhalten, die alte Datei wurde als {name} beiseitegelegt.</translation>
    </message>
    <message>
      <source>As at first again: {names}.</source>
      <translation>Wieder wie am Anfang: {names}.</translation>
    </message>
    <message>
      <source>Settings cannot be read: they are as at first and last until Isocost is closed.</source>
      <translation>Die Einstellungen sind nicht lesbar: Sie sind wie am Anfang und gelten, bis Isocost geschlossen wird.</translation>
    </message>
    <message>
      <source>Settings cannot be written and last until Isocost is closed.</source>
      <translation>Einstellungen können nicht geschrieben werden und gelten, bis Isocost geschlossen wird.</translation>
    </message>
    <message>
      <source>Place of the window</source>
      <translation>Platz des Fensters</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Farbschema</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Units</source>
      <translation>Einheiten</translation>
    </message>
    <message>
      <source>Open groups</source>
      <translation>Offene Gruppen</translation>
    </message>
    <message>
      <source>Recent files</source>
      <translation>Zuletzt geöffnete Dateien</translation>
    </message>
    <message>
      <source>Recent finds</source>
      <translation>Zuletzt Gefundenes</translation>
    </message>
    <message>
      <source>First hints</source>
      <translation>Erste Hinweise</translation>
    </message>
    <message>
      <source>Sentence above the plot</source>
      <translation>Satz über dem Diagramm</translation>
    </message>
    <message>
      <source>Table of the view</source>
      <translation>Tabelle der Ansicht</translation>
    </message>
    <message>
      <source>Workbook with live values</source>
      <translation>Arbeitsmappe mit lebenden Werten</translation>
    </message>
    <message>
      <source>Inputs and metrics</source>
      <translation>Eingaben und Kennzahlen</translation>
    </message>
    <message>
      <source>Some of what the views showed could not be read and stays as it was: {names}.</source>
      <translation>Einiges von dem, was die Ansichten zeigten, war nicht zu lesen und bleibt, wie es war: {names}.</translation>
    </message>
    <message>
      <source>Picture copied</source>
      <translation>Bild kopiert</translation>
    </message>
    <message>
      <source>Command line copied</source>
      <translation>Befehlszeile kopiert</translation>
    </message>
    <message>
      <source>Python copied</source>
      <translation>Python kopiert</translation>
    </message>
    <message>
      <source>Export view</source>
      <translation>Ansicht exportieren</translation>
    </message>
    <message>
      <source>Export scenario</source>
      <translation>Szenario exportieren</translation>
    </message>
    <message>
      <source>in declared units</source>
      <translation>in festgelegten Einheiten</translation>
    </message>
    <message>
      <source>Show in</source>
      <translation>Zeigen in</translation>
    </message>
    <message>
      <source> for tier {tier}</source>
      <translation> für Stufe {tier}</translation>
    </message>
    <message>
      <source>Add a tier</source>
      <translation>Stufe hinzufügen</translation>
    </message>
    <message>
      <source>Set {what}</source>
      <translation>Setze {what}</translation>
    </message>
    <message>
      <source>Set {count} inputs</source>
      <translation>{count} Eingaben setzen</translation>
    </message>
    <message>
      <source>Choose {name}</source>
      <translation>{name} wählen</translation>
    </message>
    <message>
      <source>Remove tier {tier}</source>
      <translation>Stufe {tier} entfernen</translation>
    </message>
    <message>
      <source>Let tier {tier} inherit everything</source>
      <translation>Stufe {tier} alles erben lassen</translation>
    </message>
    <message>
      <source>Light theme</source>
      <translation>Helles Farbschema</translation>
    </message>
    <message>
      <source>Dark theme</source>
      <translation>Dunkles Farbschema</translation>
    </message>
    <message>
      <source>High contrast theme</source>
      <translation>Hoher Kontrast</translation>
    </message>
    <message>
      <source>Theme of the system</source>
      <translation>Farbschema des Systems</translation>
    </message>
    <message>
      <source>Copy picture</source>
      <translation>Bild kopieren</translation>
    </message>
    <message>
      <source>Copy table</source>
      <translation>Tabelle kopieren</translation>
    </message>
    <message>
      <source>Copy as command line</source>
      <translation>Als Befehlszeile kopieren</translation>
    </message>
    <message>
      <source>Copy as Python</source>
      <translation>Als Python kopieren</translation>
    </message>
    <message>
      <source>Export view…</source>
      <translation>Ansicht exportieren…</translation>
    </message>
    <message>
      <source>Bill</source>
      <translation>Rechnung</translation>
    </message>
    <message>
      <source>{cost} × {size} points</source>
      <translation>{cost} × {size} Punkte</translation>
    </message>
    <message>
      <source>Per</source>
      <translation>Je</translation>
    </message>
    <message>
      <source>What the bill is told per</source>
      <translation>Worauf die Rechnung bezogen ist</translation>
    </message>
    <message>
      <source>How capital is charged</source>
      <translation>Wie Kapital verrechnet wird</translation>
    </message>
    <message>
      <source>Tell the bill per {unit}</source>
      <translation>Rechnung je {unit}</translation>
    </message>
    <message>
      <source>{supply} below {supply2} from </source>
      <translation>{supply} unter {supply2} ab </translation>
    </message>
    <message>
      <source>{total} after {years:.1f} years</source>
      <translation>{total} nach {years:.1f} Jahren</translation>
    </message>
    <message>
      <source>Cash over the years, and cost of each supply by volume</source>
      <translation>Geldfluss über die Jahre und Kosten jeder Bezugsart nach Menge</translation>
    </message>
    <message>
      <source>requests a month</source>
      <translation>Anfragen im Monat</translation>
    </message>
    <message>
      <source>{volume} requests: </source>
      <translation>{volume} Anfragen: </translation>
    </message>
    <message>
      <source>No service, no cash.</source>
      <translation>Kein Dienst, kein Geld.</translation>
    </message>
    <message>
      <source>{years:g} y</source>
      <translation>{years:g} J</translation>
    </message>
    <message>
      <source>{here} / M output</source>
      <translation>{here} / M Ausgabe</translation>
    </message>
    <message>
      <source>What it comes to</source>
      <translation>Was herauskommt</translation>
    </message>
    <message>
      <source>The bill per {unit}</source>
      <translation>Die Rechnung je {unit}</translation>
    </message>
    <message>
      <source>share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <source>input included</source>
      <translation>Eingabe enthalten</translation>
    </message>
    <message>
      <source>change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <source>No service, no bill.</source>
      <translation>Kein Dienst, keine Rechnung.</translation>
    </message>
    <message>
      <source>Cost chain</source>
      <translation>Kostenkette</translation>
    </message>
    <message>
      <source>Told</source>
      <translation>Erzählt</translation>
    </message>
    <message>
      <source>Bridge…</source>
      <translation>Brücke…</translation>
    </message>
    <message>
      <source>{layers} layers, {suppliers} suppliers</source>
      <translation>{layers} Schichten, {suppliers} Lieferanten</translation>
    </message>
    <message>
      <source>What each change since the baseline adds to the cost, in no order</source>
      <translation>Was jede Änderung seit der Basis zu den Kosten beiträgt, ohne Reihenfolge</translation>
    </message>
    <message>
      <source>nothing billed</source>
      <translation>nichts berechnet</translation>
    </message>
    <message>
      <source>Tell the chain {basis}</source>
      <translation>Kette {basis}</translation>
    </message>
    <message>
      <source>No service, no bill: something stops this point. See Issues.</source>
      <translation>Kein Dienst, keine Rechnung: etwas hält diesen Punkt auf. Siehe Probleme.</translation>
    </message>
    <message>
      <source>The bill by layer</source>
      <translation>Die Rechnung nach Schichten</translation>
    </message>
    <message>
      <source>{label}: {dollars} {basis}, {share} of the bill</source>
      <translation>{label}: {dollars} {basis}, {share} der Rechnung</translation>
    </message>
    <message>
      <source>pays for {layer}</source>
      <translation>bezahlt {layer}</translation>
    </message>
    <message>
      <source>{idle} of it for idle time</source>
      <translation>{idle} davon für Leerlauf</translation>
    </message>
    <message>
      <source>, input included</source>
      <translation>, Eingabe eingerechnet</translation>
    </message>
    <message>
      <source>; {idle} of it for idle time</source>
      <translation>; {idle} davon für Leerlauf</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleich</translation>
    </message>
    <message>
      <source>Scenarios</source>
      <translation>Szenarien</translation>
    </message>
    <message>
      <source>{count} maps</source>
      <translation>{count} Karten</translation>
    </message>
    <message>
      <source>X</source>
      <translation>X</translation>
    </message>
    <message>
      <source>Y</source>
      <translation>Y</translation>
    </message>
    <message>
      <source>nothing to compare</source>
      <translation>nichts zu vergleichen</translation>
    </message>
    <message>
      <source>{count} mixtures</source>
      <translation>{count} Mischungen</translation>
    </message>
    <message>
      <source>Take {input} of {scenario}</source>
      <translation>{input} von {scenario} übernehmen</translation>
    </message>
    <message>
      <source>Compare with scenarios of a file</source>
      <translation>Mit Szenarien einer Datei vergleichen</translation>
    </message>
    <message>
      <source>{count} chosen</source>
      <translation>{count} gewählt</translation>
    </message>
    <message>
      <source>all open, {count}</source>
      <translation>alle, {count}</translation>
    </message>
    <message>
      <source>Bridge of the difference</source>
      <translation>Brücke des Unterschieds</translation>
    </message>
    <message>
      <source>Nothing to compare</source>
      <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
      <source>One scenario, nothing to compare it with</source>
      <translation>Ein Szenario, nichts zum Vergleichen</translation>
    </message>
    <message>
      <source>Maps of the scenarios compared</source>
      <translation>Karten der verglichenen Szenarien</translation>
    </message>
    <message>
      <source>{label}: {other} less {base}</source>
      <translation>{label}: {other} minus {base}</translation>
    </message>
    <message>
      <source>{figure} beyond a limit</source>
      <translation>{figure} jenseits einer Grenze</translation>
    </message>
    <message>
      <source>All that is open</source>
      <translation>Alles Offene</translation>
    </message>
    <message>
      <source>From a file…</source>
      <translation>Aus einer Datei…</translation>
    </message>
    <message>
      <source>Duplicate the one in front</source>
      <translation>Das vordere duplizieren</translation>
    </message>
    <message>
      <source>rows ▾</source>
      <translation>Zeilen ▾</translation>
    </message>
    <message>
      <source>Scenarios compared</source>
      <translation>Verglichene Szenarien</translation>
    </message>
    <message>
      <source>{names}; {count} inputs differ</source>
      <translation>{names}; {count} Eingaben verschieden</translation>
    </message>
    <message>
      <source>{count} input differs</source>
      <translation>{count} Eingabe weicht ab</translation>
    </message>
    <message>
      <source>{count} inputs differ</source>
      <translation>{count} Eingaben weichen ab</translation>
    </message>
    <message>
      <source>No input differs</source>
      <translation>Keine Eingabe weicht ab</translation>
    </message>
    <message>
      <source>{count} more come with parts</source>
      <translation>{count} weitere kommen mit Teilen</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>Shape</source>
      <translation>Form</translation>
    </message>
    <message>
      <source>week</source>
      <translation>Woche</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeige</translation>
    </message>
    <message>
      <source>Span</source>
      <translation>Spanne</translation>
    </message>
    <message>
      <source>168 hours</source>
      <translation>168 Stunden</translation>
    </message>
    <message>
      <source>{curves} curves of spares</source>
      <translation>{curves} Kurven von Reserven</translation>
    </message>
    <message>
      <source>Show {mode}</source>
      <translation>{mode} zeigen</translation>
    </message>
    <message>
      <source>Follow {label}</source>
      <translation>{label} folgen</translation>
    </message>
    <message>
      <source>Keep {count:g} spares</source>
      <translation>{count:g} Reserven halten</translation>
    </message>
    <message>
      <source>What is shown</source>
      <translation>Was gezeigt wird</translation>
    </message>
    <message>
      <source>Week or day</source>
      <translation>Woche oder Tag</translation>
    </message>
    <message>
      <source>Demand and capacity by the hour</source>
      <translation>Nachfrage und Kapazität nach Stunden</translation>
    </message>
    <message>
      <source>Demand is highest on {day} at {busiest}:00 with {total:.3g} requests a second, {peak:.3g} times the mean.</source>
      <translation>Die Nachfrage ist am höchsten am {day} um {busiest}:00 mit {total:.3g} Anfragen je Sekunde, dem {peak:.3g}-Fachen des Mittels.</translation>
    </message>
    <message>
      <source>Show {day}</source>
      <translation>{day} zeigen</translation>
    </message>
    <message>
      <source>Chain of use</source>
      <translation>Nutzungskette</translation>
    </message>
    <message>
      <source>{shape} times the mean</source>
      <translation>{shape}-mal das Mittel</translation>
    </message>
    <message>
      <source>Monte Carlo</source>
      <translation>Monte Carlo</translation>
    </message>
    <message>
      <source>Doubt</source>
      <translation>Zweifel</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>The model's own error, as measurements tell it</source>
      <translation>Der Fehler des Modells selbst, wie ihn Messungen zeigen</translation>
    </message>
    <message>
      <source>Export samples…</source>
      <translation>Stichproben exportieren…</translation>
    </message>
    <message>
      <source>{count:,} samples written to {name}</source>
      <translation>{count:,} Stichproben in {name} geschrieben</translation>
    </message>
    <message>
      <source>Probability of</source>
      <translation>Wahrscheinlichkeit von</translation>
    </message>
    <message>
      <source>{label} with what is in doubt</source>
      <translation>{label} mit allem, was unsicher ist</translation>
    </message>
    <message>
      <source>Put {label} along {axis}</source>
      <translation>{label} auf {axis} legen</translation>
    </message>
    <message>
      <source>{count:,} samples</source>
      <translation>{count:,} Stichproben</translation>
    </message>
    <message>
      <source>{size} × {count} samples</source>
      <translation>{size} × {count} Stichproben</translation>
    </message>
    <message>
      <source>Set {label} against the figure</source>
      <translation>{label} gegen die Zahl stellen</translation>
    </message>
    <message>
      <source>Export samples</source>
      <translation>Stichproben exportieren</translation>
    </message>
    <message>
      <source>Input along {axis}</source>
      <translation>Eingabe auf {axis}</translation>
    </message>
    <message>
      <source>{words}: seed {number}</source>
      <translation>{words}: Startwert {number}</translation>
    </message>
    <message>
      <source>seed {seed}</source>
      <translation>Startwert {seed}</translation>
    </message>
    <message>
      <source>Show {label}</source>
      <translation>{label} zeigen</translation>
    </message>
    <message>
      <source>Doubt {label}</source>
      <translation>Unsicherheit von {label}</translation>
    </message>
    <message>
      <source>{count} samples. </source>
      <translation>{count} Stichproben. </translation>
    </message>
    <message>
      <source>Draw samples of seed {n}</source>
      <translation>Stichproben mit Startwert {n} ziehen</translation>
    </message>
    <message>
      <source>{below} lie below {metric}</source>
      <translation>{below} liegen unter {metric}</translation>
    </message>
    <message>
      <source>{it} at {x}, {y}</source>
      <translation>{it} bei {x}, {y}</translation>
    </message>
    <message>
      <source>{mean} of the samples</source>
      <translation>{mean} der Stichproben</translation>
    </message>
    <message>
      <source>{count:,} samples at each of {size:,} points</source>
      <translation>{count:,} Stichproben an jedem von {size:,} Punkten</translation>
    </message>
    <message>
      <source>Probability: {asked}</source>
      <translation>Wahrscheinlichkeit: {asked}</translation>
    </message>
    <message>
      <source>{share} without a figure</source>
      <translation>{share} ohne Zahl</translation>
    </message>
    <message>
      <source>{doubted} inputs move this figure</source>
      <translation>{doubted} Eingaben bewegen diese Zahl</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <source>The likeliest way there, as a scenario with what has to change.</source>
      <translation>Der wahrscheinlichste Weg dorthin, als Szenario mit dem, was sich ändern muss.</translation>
    </message>
    <message>
      <source>{stated} stated by you</source>
      <translation>{stated} von Ihnen angegeben</translation>
    </message>
    <message>
      <source>{guessed} of them guesses</source>
      <translation>{guessed} davon Schätzungen</translation>
    </message>
    <message>
      <source>with the model's own error</source>
      <translation>mit dem Fehler des Modells selbst</translation>
    </message>
    <message>
      <source>Chances</source>
      <translation>Chancen</translation>
    </message>
    <message>
      <source>First input of a pair</source>
      <translation>Erste Eingabe eines Paars</translation>
    </message>
    <message>
      <source>Second input of a pair</source>
      <translation>Zweite Eingabe eines Paars</translation>
    </message>
    <message>
      <source>Rank correlation, from -1 to 1</source>
      <translation>Rangkorrelation, von -1 bis 1</translation>
    </message>
    <message>
      <source>{label} with {label2}  {rank}</source>
      <translation>{label} mit {label2}  {rank}</translation>
    </message>
    <message>
      <source>Take away {words}</source>
      <translation>{words} wegnehmen</translation>
    </message>
    <message>
      <source>{rank} is no rank correlation: it lies between {minus}1 and 1</source>
      <translation>{rank} ist keine Rangkorrelation: sie liegt zwischen {minus}1 und 1</translation>
    </message>
    <message>
      <source>Make the P{part:g} case a scenario</source>
      <translation>Den P{part:g}-Fall zum Szenario machen</translation>
    </message>
    <message>
      <source>Breaks first: {names}.</source>
      <translation>Zuerst bricht: {names}.</translation>
    </message>
    <message>
      <source>No limit breaks in any sample.</source>
      <translation>Keine Grenze bricht in irgendeiner Stichprobe.</translation>
    </message>
    <message>
      <source>Against {label}</source>
      <translation>Gegen {label}</translation>
    </message>
    <message>
      <source>rank correlation {value}</source>
      <translation>Rangkorrelation {value}</translation>
    </message>
    <message>
      <source>Stop drawing samples</source>
      <translation>Ziehen beenden</translation>
    </message>
    <message>
      <source>Stop: keep the first thousand samples</source>
      <translation>Beenden: die ersten tausend Stichproben behalten</translation>
    </message>
    <message>
      <source>Measured points (*.csv *.csv.gz *.gz);;All files (*)</source>
      <translation>Messpunkte (*.csv *.csv.gz *.gz);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>Evidenz</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <source>Quantity</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Which points are shown</source>
      <translation>Welche Punkte gezeigt werden</translation>
    </message>
    <message>
      <source>What points are coloured by</source>
      <translation>Wonach Punkte gefärbt sind</translation>
    </message>
    <message>
      <source>{size:,} measured points</source>
      <translation>{size:,} gemessene Punkte</translation>
    </message>
    <message>
      <source>Judge my benchmark</source>
      <translation>Eigenen Benchmark beurteilen</translation>
    </message>
    <message>
      <source>Correct by {name}</source>
      <translation>Korrigieren mit {name}</translation>
    </message>
    <message>
      <source>Tell errors apart by {name}</source>
      <translation>Fehler trennen nach {name}</translation>
    </message>
    <message>
      <source>Show points of {scope}</source>
      <translation>Punkte zeigen: {scope}</translation>
    </message>
    <message>
      <source>Colour points by {name}</source>
      <translation>Punkte färben nach {name}</translation>
    </message>
    <message>
      <source>points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <source>error</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>Error by group</source>
      <translation>Fehler nach Gruppe</translation>
    </message>
    <message>
      <source>{label}: {count} points, median error {error}, {bias}</source>
      <translation>{label}: {count} Punkte, mittlerer Fehler {error}, {bias}</translation>
    </message>
    <message>
      <source>{figure}, predicted against measured</source>
      <translation>{figure}, vorhergesagt gegen gemessen</translation>
    </message>
    <message>
      <source>{name} predicted against measured</source>
      <translation>{name} vorhergesagt gegen gemessen</translation>
    </message>
    <message>
      <source>, median error {error:.1f} %</source>
      <translation>, Medianfehler {error:.1f} %</translation>
    </message>
    <message>
      <source>{size} points of {scope}{said}</source>
      <translation>{size} Punkte von {scope}{said}</translation>
    </message>
    <message>
      <source>{size:,} points of {said}</source>
      <translation>{size:,} Punkte von {said}</translation>
    </message>
    <message>
      <source>: median error {error:.1f} %</source>
      <translation>: Medianfehler {error:.1f} %</translation>
    </message>
    <message>
      <source>measured, {unit}</source>
      <translation>gemessen, {unit}</translation>
    </message>
    <message>
      <source>predicted, {unit}</source>
      <translation>vorhergesagt, {unit}</translation>
    </message>
    <message>
      <source>{rows:,} of {total:,} rows judged.</source>
      <translation>{rows:,} von {total:,} Zeilen beurteilt.</translation>
    </message>
    <message>
      <source>{figure}: {error} off, {bias} ({n:,})</source>
      <translation>{figure}: {error} daneben, {bias} ({n:,})</translation>
    </message>
    <message>
      <source>Your benchmark</source>
      <translation>Ihr Benchmark</translation>
    </message>
    <message>
      <source>Your benchmark: {name}</source>
      <translation>Ihre Messung: {name}</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>Liest…</translation>
    </message>
    <message>
      <source>The scenario is corrected: {factors}.</source>
      <translation>Das Szenario ist korrigiert: {factors}.</translation>
    </message>
    <message>
      <source>It would meet these points in the median with {factors}.</source>
      <translation>Es träfe diese Punkte im Median mit {factors}.</translation>
    </message>
    <message>
      <source>{told}; four measurements of five would lie between {low} and {high} {unit}. </source>
      <translation>{told}; vier von fünf Messungen lägen zwischen {low} und {high} {unit}. </translation>
    </message>
    <message>
      <source>Of {rows:,} points kept apart to judge the bands, {share} lie inside theirs.</source>
      <translation>Von {rows:,} zur Prüfung der Bänder zurückgehaltenen Punkten liegen {share} in ihrem.</translation>
    </message>
    <message>
      <source>Points shown: {sources}.</source>
      <translation>Gezeigte Punkte: {sources}.</translation>
    </message>
    <message>
      <source>{value}{name} is {figure} {unit} here</source>
      <translation>{value}{name} ist hier {figure} {unit}</translation>
    </message>
    <message>
      <source>{figure} {unit} here</source>
      <translation>{figure} {unit} hier</translation>
    </message>
    <message>
      <source>Tokens are bought here: times are what their seller states, and no machine is predicted. The points tell of the accelerator chosen, were it to serve</source>
      <translation>Token sind hier gekauft: Zeiten sind, was ihr Verkäufer angibt, und keine Maschine wird vorhergesagt. Die Punkte gelten dem gewählten Beschleuniger, bediente er</translation>
    </message>
    <message>
      <source>Error by</source>
      <translation>Fehler nach</translation>
    </message>
    <message>
      <source>What errors are told apart by</source>
      <translation>Wonach Fehler getrennt werden</translation>
    </message>
    <message>
      <source>, each predicted as if its curve had not been measured</source>
      <translation>, jeder vorhergesagt, als wäre seine Kurve nie gemessen worden</translation>
    </message>
    <message>
      <source>Grade: {grade}, {grade_labels}</source>
      <translation>Güte: {grade}, {grade_labels}</translation>
    </message>
    <message>
      <source>Frontier</source>
      <translation>Front</translation>
    </message>
    <message>
      <source>{curves} × {size} points</source>
      <translation>{curves} × {size} Punkte</translation>
    </message>
    <message>
      <source>Along</source>
      <translation>Entlang</translation>
    </message>
    <message>
      <source>Input that varies along the curve</source>
      <translation>Eingabe, die entlang der Kurve läuft</translation>
    </message>
    <message>
      <source>Input whose other values are compared</source>
      <translation>Eingabe, deren andere Werte verglichen werden</translation>
    </message>
    <message>
      <source>{label} against {label2}</source>
      <translation>{label} nach {label2}</translation>
    </message>
    <message>
      <source>The scenario has {label} {y} at {label2} {x}; {best} of {size} points along {label3} are not beaten.</source>
      <translation>Das Szenario hat {label} {y} bei {label2} {x}; {best} von {size} Punkten entlang {label3} sind ungeschlagen.</translation>
    </message>
    <message>
      <source>Show {label} along {axis}</source>
      <translation>{label} auf {axis} zeigen</translation>
    </message>
    <message>
      <source>Trace by {label}</source>
      <translation>Ziehen nach {label}</translation>
    </message>
    <message>
      <source>Metric along {name}</source>
      <translation>Kennzahl auf {name}</translation>
    </message>
    <message>
      <source>Compare {label}</source>
      <translation>{label} vergleichen</translation>
    </message>
    <message>
      <source>traced by {label}{of_tier}</source>
      <translation>gezogen über {label}{of_tier}</translation>
    </message>
    <message>
      <source>{y} at {x}</source>
      <translation>{y} bei {x}</translation>
    </message>
    <message>
      <source>limit {x}</source>
      <translation>Grenze {x}</translation>
    </message>
    <message>
      <source>much like {names}</source>
      <translation>fast wie {names}</translation>
    </message>
    <message>
      <source>other {label}</source>
      <translation>{label}: andere</translation>
    </message>
    <message>
      <source>Lever ladder</source>
      <translation>Leiter der Hebel</translation>
    </message>
    <message>
      <source>Put the scenario with this lever and those before it in the place of today's</source>
      <translation>Das Szenario mit diesem und den vorigen Hebeln an die Stelle des heutigen setzen</translation>
    </message>
    <message>
      <source>Levers, pulled in this order</source>
      <translation>Hebel, in dieser Reihenfolge gezogen</translation>
    </message>
    <message>
      <source>adopt to here</source>
      <translation>bis hier übernehmen</translation>
    </message>
    <message>
      <source>$ / {of} output</source>
      <translation>$ / {of} Ausgabe</translation>
    </message>
    <message>
      <source>nothing is served: {limit}</source>
      <translation>nichts wird bedient: {limit}</translation>
    </message>
    <message>
      <source>breaks the {limit}</source>
      <translation>verletzt: {limit}</translation>
    </message>
    <message>
      <source>all cost, $ / {of} output tokens of today’s answers</source>
      <translation>alle Kosten, $ / {of} Ausgabetoken der heutigen Antworten</translation>
    </message>
    <message>
      <source>all cost, $ / {of} output tokens</source>
      <translation>alle Kosten, $ / {of} Ausgabetoken</translation>
    </message>
    <message>
      <source>Latency</source>
      <translation>Latenz</translation>
    </message>
    <message>
      <source>Plots</source>
      <translation>Plots</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>logarithmic</source>
      <translation>logarithmisch</translation>
    </message>
    <message>
      <source>linear</source>
      <translation>linear</translation>
    </message>
    <message>
      <source>Tier</source>
      <translation>Stufe</translation>
    </message>
    <message>
      <source>Trace</source>
      <translation>Trace</translation>
    </message>
    <message>
      <source>Baseline</source>
      <translation>Basis</translation>
    </message>
    <message>
      <source>{value} × {size} loads</source>
      <translation>{value} × {size} Lasten</translation>
    </message>
    <message>
      <source>Plots shown</source>
      <translation>Gezeigte Plots</translation>
    </message>
    <message>
      <source>Scale of time</source>
      <translation>Zeitskala</translation>
    </message>
    <message>
      <source>Tier of the service shown</source>
      <translation>Gezeigte Stufe des Dienstes</translation>
    </message>
    <message>
      <source>Recorded trace to replay</source>
      <translation>Aufgezeichnete Trace zum Abspielen</translation>
    </message>
    <message>
      <source>Replay recorded arrivals: a CSV of arrival, input and output tokens</source>
      <translation>Aufgezeichnete Ankünfte abspielen: eine CSV mit Ankunft, Eingabe- und Ausgabetoken</translation>
    </message>
    <message>
      <source>Take its lengths and arrivals into the scenario</source>
      <translation>Ihre Längen und Ankünfte ins Szenario übernehmen</translation>
    </message>
    <message>
      <source>Replay a trace</source>
      <translation>Eine Trace abspielen</translation>
    </message>
    <message>
      <source>Traces (*.csv *.csv.gz);;All files (*)</source>
      <translation>Traces (*.csv *.csv.gz);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Plot {value}</source>
      <translation>{value} zeichnen</translation>
    </message>
    <message>
      <source>Show latency of tier {number}</source>
      <translation>Latenz von Stufe {number} zeigen</translation>
    </message>
    <message>
      <source>Replay a CSV…</source>
      <translation>Eine CSV abspielen…</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Latency against load</source>
      <translation>Latenz nach Last</translation>
    </message>
    <message>
      <source>TTFT</source>
      <translation>TTFT</translation>
    </message>
    <message>
      <source>share of requests within a time</source>
      <translation>Anteil der Anfragen in einer Zeit</translation>
    </message>
    <message>
      <source>simulated {found}</source>
      <translation>simuliert {found}</translation>
    </message>
    <message>
      <source>goodput {value}, {rate}</source>
      <translation>Goodput {value}, {rate}</translation>
    </message>
    <message>
      <source>{said} simulated</source>
      <translation>{said} simuliert</translation>
    </message>
    <message>
      <source>Simulated when the hand rests</source>
      <translation>Simuliert, wenn die Hand ruht</translation>
    </message>
    <message>
      <source>Batches and endless queues are told by the closed form alone.</source>
      <translation>Batches und endlose Warteschlangen sagt allein die geschlossene Form.</translation>
    </message>
    <message>
      <source>Preparing the simulator: once after an update, about half a minute</source>
      <translation>Simulator wird vorbereitet: einmal nach einer Aktualisierung, etwa eine halbe Minute</translation>
    </message>
    <message>
      <source>Simulating, {done} of {sum} runs</source>
      <translation>Simuliert, {done} von {sum} Läufen</translation>
    </message>
    <message>
      <source>, above</source>
      <translation>, darüber</translation>
    </message>
    <message>
      <source>, below</source>
      <translation>, darunter</translation>
    </message>
    <message>
      <source>{unit} of one replica</source>
      <translation>{unit} eines Replikats</translation>
    </message>
    <message>
      <source>Latency at the scenario's load</source>
      <translation>Latenz bei der Last des Szenarios</translation>
    </message>
    <message>
      <source>{name} {closed}, simulated {simulated}</source>
      <translation>{name} {closed}, simuliert {simulated}</translation>
    </message>
    <message>
      <source>{sum} of {plan} levers</source>
      <translation>{sum} von {plan} Hebeln</translation>
    </message>
    <message>
      <source>Move {label}</source>
      <translation>{label} verschieben</translation>
    </message>
    <message>
      <source>Set {label}</source>
      <translation>{label} setzen</translation>
    </message>
    <message>
      <source>Adopt levers up to {label}</source>
      <translation>Hebel bis {label} übernehmen</translation>
    </message>
    <message>
      <source>No fleet serves this scenario: see Issues for what stops it</source>
      <translation>Keine Flotte bedient dieses Szenario: was es stoppt, steht unter Probleme</translation>
    </message>
    <message>
      <source>There are no machines of one's own, so none to keep in reserve</source>
      <translation>Es gibt keine eigenen Maschinen, also keine als Reserve</translation>
    </message>
    <message>
      <source>Cost of nines</source>
      <translation>Kosten der Neunen</translation>
    </message>
    <message>
      <source>as spares are added</source>
      <translation>mit wachsender Reserve</translation>
    </message>
    <message>
      <source>Availability, and downtime a month</source>
      <translation>Verfügbarkeit und Ausfall im Monat</translation>
    </message>
    <message>
      <source>Fleet cost, $ / month</source>
      <translation>Flottenkosten, $ / Monat</translation>
    </message>
    <message>
      <source>{down} for ${cost} a month</source>
      <translation>{down} für ${cost} im Monat</translation>
    </message>
    <message>
      <source>{spares} spare: {down}</source>
      <translation>{spares} Reserve: {down}</translation>
    </message>
    <message>
      <source>{spares} spares: {down}</source>
      <translation>{spares} Reserven: {down}</translation>
    </message>
    <message>
      <source>{seconds:.3g} min</source>
      <translation>{seconds:.3g} min</translation>
    </message>
    <message>
      <source>Cost of each further nine of availability</source>
      <translation>Kosten jeder weiteren Neun der Verfügbarkeit</translation>
    </message>
    <message>
      <source>target {target:.6g} %</source>
      <translation>Ziel {target:.6g} %</translation>
    </message>
    <message>
      <source>Outlook</source>
      <translation>Ausblick</translation>
    </message>
    <message>
      <source>Suppliers as</source>
      <translation>Lieferanten als</translation>
    </message>
    <message>
      <source>{paths} × {size} years</source>
      <translation>{paths} × {size} Jahre</translation>
    </message>
    <message>
      <source>How suppliers are shown</source>
      <translation>Wie Lieferanten gezeigt werden</translation>
    </message>
    <message>
      <source>no years</source>
      <translation>keine Jahre</translation>
    </message>
    <message>
      <source>Show {look}</source>
      <translation>{look} zeigen</translation>
    </message>
    <message>
      <source>{need:.0f} % of the fleet stands idle</source>
      <translation>{need:.0f} % der Flotte stehen still</translation>
    </message>
    <message>
      <source>Gross margin {margin:.0f} per cent in {years:.0f} and {margin2:.0f} per cent in {years2:.0f}; cost per M output tokens from ${cost} to ${cost2}.</source>
      <translation>Bruttomarge {margin:.0f} Prozent in {years:.0f} und {margin2:.0f} Prozent in {years2:.0f}; Kosten je M Ausgabetoken von ${cost} auf ${cost2}.</translation>
    </message>
    <message>
      <source>cost on new machines {cost_new}</source>
      <translation>Kosten auf neuen Maschinen {cost_new}</translation>
    </message>
    <message>
      <source>margin {margin} %</source>
      <translation>Marge {margin} %</translation>
    </message>
    <message>
      <source>{rate} requests/s, revenue {revenue} a year</source>
      <translation>{rate} Anfragen/s, Umsatz {revenue} im Jahr</translation>
    </message>
    <message>
      <source>need {need}, ordered {ordered} of today’s accelerators</source>
      <translation>Bedarf {need}, bestellt {ordered} heutiger Beschleuniger</translation>
    </message>
    <message>
      <source>fleet {age:.1f} years old, orders {orders_spend} a year</source>
      <translation>Flotte {age:.1f} Jahre alt, Bestellungen {orders_spend} im Jahr</translation>
    </message>
    <message>
      <source>own silicon {own_share:.0f} % of the market’s capacity</source>
      <translation>eigene Chips {own_share:.0f} % der Kapazität des Marktes</translation>
    </message>
    <message>
      <source>The years ahead</source>
      <translation>Die kommenden Jahre</translation>
    </message>
    <message>
      <source>Open {years:.0f}, on new machines, as a scenario</source>
      <translation>{years:.0f}, auf neuen Maschinen, als Szenario öffnen</translation>
    </message>
    <message>
      <source>price {price}, cost {cost} per M output tokens</source>
      <translation>Preis {price}, Kosten {cost} je M Ausgabetoken</translation>
    </message>
    <message>
      <source>Most moved: {names}. </source>
      <translation>Am stärksten bewegt: {names}. </translation>
    </message>
    <message>
      <source>Source: {source}.</source>
      <translation>Quelle: {source}.</translation>
    </message>
    <message>
      <source>The fleet is {age:.1f} years old in {years:.0f}, {age2:.1f} in {years2:.0f}.</source>
      <translation>Die Flotte ist {years:.0f} {age:.1f} Jahre alt, {years2:.0f} {age2:.1f}.</translation>
    </message>
    <message>
      <source>After a year</source>
      <translation>Nach einem Jahr</translation>
    </message>
    <message>
      <source>No layer's revenue moves. </source>
      <translation>Keiner Schicht Umsatz bewegt sich. </translation>
    </message>
    <message>
      <source>Serving will have cost as much as one model by {training_repaid:.1f}.</source>
      <translation>{training_repaid:.1f} hat das Bedienen so viel gekostet wie ein Modell.</translation>
    </message>
    <message>
      <source>inference {first:.0f} → {last:.0f} % of compute</source>
      <translation>Inferenz {first:.0f} → {last:.0f} % des Compute</translation>
    </message>
    <message>
      <source>stranded {stranded_year:.0f}</source>
      <translation>gestrandet {stranded_year:.0f}</translation>
    </message>
    <message>
      <source>$ per M output tokens, all in</source>
      <translation>$ je M Ausgabetoken, alles in allem</translation>
    </message>
    <message>
      <source>efficiency feeds suppliers above e {value:.3g}</source>
      <translation>Effizienz nährt Lieferanten ab e {value:.3g}</translation>
    </message>
    <message>
      <source>{who} leads {value:.1f}</source>
      <translation>{who} führt {value:.1f}</translation>
    </message>
    <message>
      <source>Solve</source>
      <translation>Lösen</translation>
    </message>
    <message>
      <source>Metric</source>
      <translation>Metrik</translation>
    </message>
    <message>
      <source>Best by</source>
      <translation>Bestes nach</translation>
    </message>
    <message>
      <source>Among</source>
      <translation>Unter</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>Ziel</translation>
    </message>
    <message>
      <source>Target: 0, 25%, or a figure in the metric's unit</source>
      <translation>Ziel: 0, 25% oder eine Zahl in der Einheit der Metrik</translation>
    </message>
    <message>
      <source>{size:,} deployments</source>
      <translation>{size:,} Bereitstellungen</translation>
    </message>
    <message>
      <source>{ways} × {size:,} points</source>
      <translation>{ways} × {size:,} Punkte</translation>
    </message>
    <message>
      <source>{roots} inputs</source>
      <translation>{roots} Eingaben</translation>
    </message>
    <message>
      <source>no inputs</source>
      <translation>keine Eingaben</translation>
    </message>
    <message>
      <source>Ask: {words}</source>
      <translation>Frage: {words}</translation>
    </message>
    <message>
      <source>Ask for {label} {target}</source>
      <translation>Frage nach {label} {target}</translation>
    </message>
    <message>
      <source>Deploy on {one}</source>
      <translation>Bereitstellen auf {one}</translation>
    </message>
    <message>
      <source>Metric that is to meet the target</source>
      <translation>Kennzahl, die das Ziel treffen soll</translation>
    </message>
    <message>
      <source>What the best is best by</source>
      <translation>Wonach das Beste das Beste ist</translation>
    </message>
    <message>
      <source>Ways compared</source>
      <translation>Verglichene Wege</translation>
    </message>
    <message>
      <source>Input along x</source>
      <translation>Eingabe entlang x</translation>
    </message>
    <message>
      <source>Input along y</source>
      <translation>Eingabe entlang y</translation>
    </message>
    <message>
      <source>Serve by {label}</source>
      <translation>Bedienen mit {label}</translation>
    </message>
    <message>
      <source>The load is the most that the limits allow.</source>
      <translation>Die Last ist die höchste, die die Grenzen zulassen.</translation>
    </message>
    <message>
      <source>A click explains a figure; a double click or Enter deploys as a row says.</source>
      <translation>Ein Klick erklärt eine Größe; Doppelklick oder Eingabetaste übernimmt eine Zeile.</translation>
    </message>
    <message>
      <source>Best of each accelerator</source>
      <translation>Bestes je Beschleuniger</translation>
    </message>
    <message>
      <source>weights</source>
      <translation>Gew.</translation>
    </message>
    <message>
      <source>layout</source>
      <translation>Layout</translation>
    </message>
    <message>
      <source>supply</source>
      <translation>Bezug</translation>
    </message>
    <message>
      <source>load</source>
      <translation>Last</translation>
    </message>
    <message>
      <source>Deployments, cost against latency</source>
      <translation>Bereitstellungen, Kosten nach Latenz</translation>
    </message>
    <message>
      <source>Deployments</source>
      <translation>Bereitstellungen</translation>
    </message>
    <message>
      <source>{weights} weights, {kv} cache, {layout_text}</source>
      <translation>Gewichte {weights}, Cache {kv}, {layout_text}</translation>
    </message>
    <message>
      <source>{label}, deployed on {one}</source>
      <translation>{label}, betrieben auf {one}</translation>
    </message>
    <message>
      <source>Deploy so</source>
      <translation>So betreiben</translation>
    </message>
    <message>
      <source>Explain {label} of this row</source>
      <translation>{label} dieser Zeile erklären</translation>
    </message>
    <message>
      <source>{label} is {now}; {some} inputs could each bring it to {target} alone, {able} of them plausibly and within all limits</source>
      <translation>{label} ist {now}; {some} Eingaben brächten es allein auf {target}, {able} davon plausibel und in allen Grenzen</translation>
    </message>
    <message>
      <source>One input alone</source>
      <translation>Eine Eingabe allein</translation>
    </message>
    <message>
      <source>{label} is {now}; no input alone brings it to {target}</source>
      <translation>{label} ist {now}; keine Eingabe allein bringt es auf {target}</translation>
    </message>
    <message>
      <source>nearest {reached} at {nearest}</source>
      <translation>am nächsten {reached} bei {nearest}</translation>
    </message>
    <message>
      <source>What would have to be true</source>
      <translation>Was gelten müsste</translation>
    </message>
    <message>
      <source>breaks a limit</source>
      <translation>verletzt eine Grenze</translation>
    </message>
    <message>
      <source>implausible</source>
      <translation>unplausibel</translation>
    </message>
    <message>
      <source>beyond what is plausible</source>
      <translation>jenseits des Plausiblen</translation>
    </message>
    <message>
      <source>in a step</source>
      <translation>in einem Sprung</translation>
    </message>
    <message>
      <source>passes it in a step</source>
      <translation>springt darüber</translation>
    </message>
    <message>
      <source>{label} has the best {of} on {share} of the map; {shares} of {ways} win somewhere</source>
      <translation>{label}: beste {of} auf {share} der Karte; {shares} von {ways} gewinnen irgendwo</translation>
    </message>
    <message>
      <source>wins, and what it costs where another does</source>
      <translation>gewinnt; Kosten, wo ein anderer gewinnt</translation>
    </message>
    <message>
      <source>a click takes a point, a double-click a way</source>
      <translation>ein Klick nimmt einen Punkt, ein Doppelklick einen Weg</translation>
    </message>
    <message>
      <source>{label} (now)</source>
      <translation>{label} (jetzt)</translation>
    </message>
    <message>
      <source>Who wins where</source>
      <translation>Wer wo gewinnt</translation>
    </message>
    <message>
      <source>Map of who wins where</source>
      <translation>Karte, wer wo gewinnt</translation>
    </message>
    <message>
      <source>not on {cannot}</source>
      <translation>nicht auf {cannot}</translation>
    </message>
    <message>
      <source>{lead:.3g} % ahead of {label}</source>
      <translation>{lead:.3g} % vor {label}</translation>
    </message>
    <message>
      <source>median {more} × the best elsewhere</source>
      <translation>Median {more} × das Beste anderswo</translation>
    </message>
    <message>
      <source>median +{more:.2g} % elsewhere</source>
      <translation>Median +{more:.2g} % anderswo</translation>
    </message>
    <message>
      <source>{count:,} of {size:,} deployments hold the limits</source>
      <translation>{count:,} von {size:,} Bereitstellungen halten die Grenzen</translation>
    </message>
    <message>
      <source>{some}; {label} {best} at best, {now} now</source>
      <translation>{some}; {label} bestenfalls {best}, jetzt {now}</translation>
    </message>
    <message>
      <source>None of {size:,} deployments holds the limits</source>
      <translation>Keine von {size:,} Bereitstellungen hält die Grenzen</translation>
    </message>
    <message>
      <source>and {cases:,} cases more</source>
      <translation>und {cases:,} weitere Fälle</translation>
    </message>
    <message>
      <source>{curves} lines of {size} nodes</source>
      <translation>{curves} Linien mit {size} Stützstellen</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>Stichproben</translation>
    </message>
    <message>
      <source>Percentiles</source>
      <translation>Perzentile</translation>
    </message>
    <message>
      <source>Simulations</source>
      <translation>Simulationen</translation>
    </message>
    <message>
      <source>Rows of the study</source>
      <translation>Zeilen der Studie</translation>
    </message>
    <message>
      <source>Chart</source>
      <translation>Diagramm</translation>
    </message>
    <message>
      <source>Table of the study</source>
      <translation>Tabelle der Studie</translation>
    </message>
    <message>
      <source>Figure of the chart</source>
      <translation>Größe des Diagramms</translation>
    </message>
    <message>
      <source>Axis of the chart</source>
      <translation>Achse des Diagramms</translation>
    </message>
    <message>
      <source>Condition on the rows shown</source>
      <translation>Bedingung für gezeigte Zeilen</translation>
    </message>
    <message>
      <source>Rows, as: margin &gt; 20% and feasible</source>
      <translation>Zeilen, etwa: margin &gt; 20% and feasible</translation>
    </message>
    <message>
      <source>Close study</source>
      <translation>Studie schließen</translation>
    </message>
    <message>
      <source>double-click a row to make a scenario of it</source>
      <translation>Doppelklick auf eine Zeile macht ein Szenario daraus</translation>
    </message>
    <message>
      <source>{matching:,} of {total:,} rows</source>
      <translation>{matching:,} von {total:,} Zeilen</translation>
    </message>
    <message>
      <source>{total:,} rows</source>
      <translation>{total:,} Zeilen</translation>
    </message>
    <message>
      <source>the first {shown:,} in this order are shown</source>
      <translation>die ersten {shown:,} in dieser Ordnung sind gezeigt</translation>
    </message>
    <message>
      <source>the study is not complete</source>
      <translation>die Studie ist nicht vollständig</translation>
    </message>
    <message>
      <source>Make scenario from row</source>
      <translation>Szenario aus der Zeile</translation>
    </message>
    <message>
      <source>Surfaces</source>
      <translation>Flächen</translation>
    </message>
    <message>
      <source>{surfaces} × {points:,} points</source>
      <translation>{surfaces} × {points:,} Punkte</translation>
    </message>
    <message>
      <source>Hide {label}</source>
      <translation>{label} verbergen</translation>
    </message>
    <message>
      <source>Surfaces over {x} and {y}</source>
      <translation>Flächen über {x} und {y}</translation>
    </message>
    <message>
      <source>{overlays} shown</source>
      <translation>{overlays} gezeigt</translation>
    </message>
    <message>
      <source>Fit to the values now</source>
      <translation>Jetzt an die Werte anpassen</translation>
    </message>
    <message>
      <source>at {spots}{unit}</source>
      <translation>bei {spots}{unit}</translation>
    </message>
    <message>
      <source>at {spots}</source>
      <translation>bei {spots}</translation>
    </message>
    <message>
      <source>{value} limit</source>
      <translation>{value}-Grenze</translation>
    </message>
    <message>
      <source>Move the point here</source>
      <translation>Den Punkt hierher setzen</translation>
    </message>
    <message>
      <source>Make scenario here</source>
      <translation>Szenario hier anlegen</translation>
    </message>
    <message>
      <source>Sweep finer here</source>
      <translation>Hier feiner durchlaufen</translation>
    </message>
    <message>
      <source>Show whole ranges</source>
      <translation>Ganze Bereiche zeigen</translation>
    </message>
    <message>
      <source>Why infeasible?</source>
      <translation>Warum nicht zulässig?</translation>
    </message>
    <message>
      <source>Copy values</source>
      <translation>Werte kopieren</translation>
    </message>
    <message>
      <source>Pin this point	Shift+click</source>
      <translation>Diesen Punkt anheften	Umschalt+Klick</translation>
    </message>
    <message>
      <source>Take all pins away</source>
      <translation>Alle Nadeln entfernen</translation>
    </message>
    <message>
      <source>Explain {label} here</source>
      <translation>{label} hier erklären</translation>
    </message>
    <message>
      <source>Infeasible: {kind}</source>
      <translation>Nicht zulässig: {kind}</translation>
    </message>
    <message>
      <source>{most} points are pinned; take one away first with Shift and a click on it</source>
      <translation>{most} Punkte sind angeheftet; nehmen Sie erst einen weg: Umschalt und Klick darauf</translation>
    </message>
    <message>
      <source>{cost} a request</source>
      <translation>{cost} je Anfrage</translation>
    </message>
    <message>
      <source>Pin {index}: {spots}, {spots2}</source>
      <translation>Nadel {index}: {spots}, {spots2}</translation>
    </message>
    <message>
      <source>Shift-click takes it away</source>
      <translation>Umschalt-Klick entfernt ihn</translation>
    </message>
    <message>
      <source>Back to all surfaces (Esc)</source>
      <translation>Zurück zu allen Flächen (Esc)</translation>
    </message>
    <message>
      <source>Enlarge this surface</source>
      <translation>Diese Fläche vergrößern</translation>
    </message>
    <message>
      <source>Choose the metric</source>
      <translation>Kennzahl wählen</translation>
    </message>
    <message>
      <source>Stopped by the {by}: {stopped}</source>
      <translation>Gestoppt durch {by}: {stopped}</translation>
    </message>
    <message>
      <source>Stopped by {by}: {stopped}</source>
      <translation>Gestoppt durch {by}: {stopped}</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <source>{rowcount:,} rows written to {name}</source>
      <translation>{rowcount:,} Zeilen in {name} geschrieben</translation>
    </message>
    <message>
      <source>{count:,} rows</source>
      <translation>{count:,} Zeilen</translation>
    </message>
    <message>
      <source>Sweep {label}</source>
      <translation>{label} durchlaufen</translation>
    </message>
    <message>
      <source>Sweep other values of {label}</source>
      <translation>Andere Werte von {label} durchlaufen</translation>
    </message>
    <message>
      <source>Sweep: {label}</source>
      <translation>Durchlauf: {label}</translation>
    </message>
    <message>
      <source>{name}, row {row:,}</source>
      <translation>{name}, Zeile {row:,}</translation>
    </message>
    <message>
      <source>{feasible:,} hold every limit</source>
      <translation>{feasible:,} halten alle Grenzen</translation>
    </message>
    <message>
      <source>Go to row {row:,}</source>
      <translation>Zu Zeile {row:,}</translation>
    </message>
    <message>
      <source>More than {most:,} rows do not fit the clipboard; export them as CSV</source>
      <translation>Mehr als {most:,} Zeilen passen nicht in die Zwischenablage; exportieren Sie sie als CSV</translation>
    </message>
    <message>
      <source>{size:,} of {count:,} rows</source>
      <translation>{size:,} von {count:,} Zeilen</translation>
    </message>
    <message>
      <source>{size:,} of them, evenly spread, so far</source>
      <translation>{size:,} davon, gleichmäßig verteilt, bis jetzt</translation>
    </message>
    <message>
      <source>Go to this row</source>
      <translation>Zu dieser Zeile gehen</translation>
    </message>
    <message>
      <source>Copy rows</source>
      <translation>Zeilen kopieren</translation>
    </message>
    <message>
      <source>Sort, least first</source>
      <translation>Sortieren, kleinste zuerst</translation>
    </message>
    <message>
      <source>Sort, most first</source>
      <translation>Sortieren, größte zuerst</translation>
    </message>
    <message>
      <source>Export rows</source>
      <translation>Zeilen exportieren</translation>
    </message>
    <message>
      <source>Take the column away</source>
      <translation>Spalte entfernen</translation>
    </message>
    <message>
      <source>Add a column…</source>
      <translation>Spalte hinzufügen…</translation>
    </message>
    <message>
      <source>Export rows as CSV…</source>
      <translation>Zeilen als CSV exportieren…</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <source>Number of the row in the sweep; it stays with the row however rows are sorted</source>
      <translation>Nummer der Zeile im Durchlauf; sie bleibt bei der Zeile, wie auch immer sortiert wird</translation>
    </message>
    <message>
      <source>Rows of the sweep</source>
      <translation>Zeilen des Durchlaufs</translation>
    </message>
    <message>
      <source>whole range</source>
      <translation>ganzer Bereich</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <source>{metrics} shown</source>
      <translation>{metrics} gezeigt</translation>
    </message>
    <message>
      <source>Stop evaluating rows</source>
      <translation>Auswertung beenden</translation>
    </message>
    <message>
      <source>Stop: keep ten thousand rows, evenly spread</source>
      <translation>Beenden: zehntausend Zeilen behalten, gleichmäßig verteilt</translation>
    </message>
    <message>
      <source>Input swept along {label}</source>
      <translation>Durchlaufene Eingabe auf {label}</translation>
    </message>
    <message>
      <source>Values along {label}</source>
      <translation>Werte auf {label}</translation>
    </message>
    <message>
      <source>How the inputs go together</source>
      <translation>Wie die Eingaben zusammengehen</translation>
    </message>
    <message>
      <source>Column, &lt; &lt;= &gt; &gt;= = or !=, value; join by and; feasible or infeasible alone</source>
      <translation>Spalte, &lt; &lt;= &gt; &gt;= = oder !=, Wert; verbunden durch and; feasible oder infeasible allein</translation>
    </message>
    <message>
      <source>Values of {label}</source>
      <translation>Werte von {label}</translation>
    </message>
    <message>
      <source>Overlays</source>
      <translation>Ebenen</translation>
    </message>
    <message>
      <source>Scales</source>
      <translation>Skalen</translation>
    </message>
    <message>
      <source>Swap axes</source>
      <translation>Achsen tauschen</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <source>Tornado</source>
      <translation>Tornado</translation>
    </message>
    <message>
      <source>Most of all: {names}. {guessed} of the spread rests on guesses.</source>
      <translation>Am meisten: {names}. {guessed} der Streuung beruhen auf Schätzungen.</translation>
    </message>
    <message>
      <source>Sort by</source>
      <translation>Sortiert nach</translation>
    </message>
    <message>
      <source>Order of the bars</source>
      <translation>Reihenfolge der Balken</translation>
    </message>
    <message>
      <source>What moves {label}</source>
      <translation>Was {label} bewegt</translation>
    </message>
    <message>
      <source>{bars} inputs</source>
      <translation>{bars} Eingaben</translation>
    </message>
    <message>
      <source>Show what moves {label}</source>
      <translation>Zeigen, was {label} bewegt</translation>
    </message>
    <message>
      <source>Sort bars by {orders}</source>
      <translation>Balken ordnen: {orders}</translation>
    </message>
    <message>
      <source>little</source>
      <translation>wenig</translation>
    </message>
    <message>
      <source>{label} is zero at {spec}{where}</source>
      <translation>{label} ist null bei {spec}{where}</translation>
    </message>
    <message>
      <source>{guessed} of the spread rests on guesses</source>
      <translation>{guessed} der Streuung beruhen auf Schätzungen</translation>
    </message>
    <message>
      <source>and {rest} more that move it less</source>
      <translation>und {rest} weitere, die es weniger bewegen</translation>
    </message>
    <message>
      <source>{uses} uses, {quotes} offers</source>
      <translation>{uses} Nutzungen, {quotes} Angebote</translation>
    </message>
    <message>
      <source>Sell at {host}'s prices</source>
      <translation>Zu Preisen von {host} verkaufen</translation>
    </message>
    <message>
      <source>Look at {host}</source>
      <translation>{host} ansehen</translation>
    </message>
    <message>
      <source>Weigh {label}</source>
      <translation>{label} abwägen</translation>
    </message>
    <message>
      <source>value per token $</source>
      <translation>Wert je Token-$</translation>
    </message>
    <message>
      <source>Value of a token by use, over its cost and market price</source>
      <translation>Wert eines Tokens nach Verwendung, zu Kosten und Marktpreis</translation>
    </message>
    <message>
      <source>crushed by competition</source>
      <translation>vom Wettbewerb erdrückt</translation>
    </message>
    <message>
      <source>{label}: {worth} per M tokens; own cost {cost}, list price {listed}; {count} offers of others.</source>
      <translation>{label}: {worth} je M Token; eigene Kosten {cost}, Listenpreis {listed}; {count} Angebote anderer.</translation>
    </message>
    <message>
      <source>$ per {many} tokens, input and output together</source>
      <translation>$ je {many} Token, Eingabe und Ausgabe zusammen</translation>
    </message>
    <message>
      <source>{count} offers</source>
      <translation>{count} Angebote</translation>
    </message>
    <message>
      <source>Sell at these prices</source>
      <translation>Zu diesen Preisen verkaufen</translation>
    </message>
    <message>
      <source>{ratio}: here {own}, market {market}</source>
      <translation>{ratio}: hier {own}, Markt {market}</translation>
    </message>
    <message>
      <source>Acting pays where it is right with more than {act:.3g} % probability.</source>
      <translation>Handeln lohnt, wo es mit mehr als {act:.3g} % Wahrscheinlichkeit richtig ist.</translation>
    </message>
    <message>
      <source>no price of its own</source>
      <translation>kein eigener Preis</translation>
    </message>
    <message>
      <source>Input {base}, cached {cached}, output {base2} per M tokens</source>
      <translation>Eingabe {base}, Cache {cached}, Ausgabe {base2} je M Token</translation>
    </message>
    <message>
      <source>${per_request:.3g} a request of this scenario, {per_token} per M tokens</source>
      <translation>${per_request:.3g} je Anfrage dieses Szenarios, {per_token} je M Token</translation>
    </message>
    <message>
      <source>One decision: {label}</source>
      <translation>Eine Entscheidung: {label}</translation>
    </message>
    <message>
      <source>How price lists are built</source>
      <translation>Wie Preislisten gebaut sind</translation>
    </message>
    <message>
      <source>Prices of {market}: {market2}.</source>
      <translation>Preise vom {market}: {market2}.</translation>
    </message>
    <message>
      <source>Account of one decision</source>
      <translation>Konto einer Entscheidung</translation>
    </message>
    <message>
      <source>Ratios of prices</source>
      <translation>Preisverhältnisse</translation>
    </message>
    <message>
      <source>Prompts above {start:,.0f} tokens: input {price}</source>
      <translation>Prompts über {start:,.0f} Token: Eingabe {price}</translation>
    </message>
    <message>
      <source>Margin there at your cost, before a discount of your own: {margin:.0%}</source>
      <translation>Marge dort bei Ihren Kosten, vor eigenem Rabatt: {margin:.0%}</translation>
    </message>
    <message>
      <source>This view has been computing for {seconds} s. Another view or other inputs stop it.</source>
      <translation>Diese Ansicht rechnet seit {seconds} s. Eine andere Ansicht oder andere Eingaben beenden das.</translation>
    </message>
    <message>
      <source>Hint</source>
      <translation>Hinweis</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Search the list</source>
      <translation>Die Liste durchsuchen</translation>
    </message>
    <message>
      <source>Choices</source>
      <translation>Auswahl</translation>
    </message>
    <message>
      <source>{label}, then {cost}</source>
      <translation>{label}, dann {cost}</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Setzen</translation>
    </message>
    <message>
      <source>3 to 6, 2.6 ± 10%, uniform 2 6, triangular 2 3 6, pert 2 3 6, normal 1 4, lognormal 1 4, 0.2: 2.1, 0.8: 2.6</source>
      <translation>3 to 6, 2.6 ± 10%, uniform 2 6, triangular 2 3 6, pert 2 3 6, normal 1 4, lognormal 1 4, 0.2: 2.1, 0.8: 2.6</translation>
    </message>
    <message>
      <source>Uncertainty of {label}</source>
      <translation>Unsicherheit von {label}</translation>
    </message>
    <message>
      <source>Distribution</source>
      <translation>Verteilung</translation>
    </message>
    <message>
      <source>Distribution of {label} as typed</source>
      <translation>Verteilung von {label}, wie eingegeben</translation>
    </message>
    <message>
      <source>{name} of {label}, {symbol}</source>
      <translation>{name} von {label}, {symbol}</translation>
    </message>
    <message>
      <source>What the last change moved</source>
      <translation>Was die letzte Änderung bewegt hat</translation>
    </message>
    <message>
      <source>Explanation</source>
      <translation>Erklärung</translation>
    </message>
    <message>
      <source>{band} in four measurements of five</source>
      <translation>{band} in vier von fünf Messungen</translation>
    </message>
    <message>
      <source>worked out by the model from</source>
      <translation>vom Modell berechnet aus</translation>
    </message>
    <message>
      <source>Only decisions</source>
      <translation>Nur Entscheidungen</translation>
    </message>
    <message>
      <source>Only assumptions</source>
      <translation>Nur Annahmen</translation>
    </message>
    <message>
      <source>Only prices</source>
      <translation>Nur Preise</translation>
    </message>
    <message>
      <source>{count} changed</source>
      <translation>{count} geändert</translation>
    </message>
    <message>
      <source>Filter inputs</source>
      <translation>Eingaben filtern</translation>
    </message>
    <message>
      <source>{role}. Press to see only these.</source>
      <translation>{role}. Drücken, um nur diese zu sehen.</translation>
    </message>
    <message>
      <source>Inputs that differ from the baseline. Press to see only these.</source>
      <translation>Eingaben, die von der Basis abweichen. Drücken, um nur diese zu sehen.</translation>
    </message>
    <message>
      <source>{label}: part of the library</source>
      <translation>{label}: Teil der Bibliothek</translation>
    </message>
    <message>
      <source>{more} inputs of {label}</source>
      <translation>{more} Eingaben: {label}</translation>
    </message>
    <message>
      <source>Fewer</source>
      <translation>Weniger</translation>
    </message>
    <message>
      <source>{count} more</source>
      <translation>{count} weitere</translation>
    </message>
    <message>
      <source>open</source>
      <translation>offen</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>zu</translation>
    </message>
    <message>
      <source>Decision: yours to choose</source>
      <translation>Entscheidung: Ihre Wahl</translation>
    </message>
    <message>
      <source>Assumption: how the world works</source>
      <translation>Annahme: wie die Welt funktioniert</translation>
    </message>
    <message>
      <source>Price: set by the market</source>
      <translation>Preis: vom Markt bestimmt</translation>
    </message>
    <message>
      <source>To the parent's value</source>
      <translation>Auf den Wert des Elternteils</translation>
    </message>
    <message>
      <source>To the last saved value</source>
      <translation>Auf den zuletzt gespeicherten Wert</translation>
    </message>
    <message>
      <source>To the library's value</source>
      <translation>Auf den Wert der Bibliothek</translation>
    </message>
    <message>
      <source>To the value when opened</source>
      <translation>Auf den Wert beim Öffnen</translation>
    </message>
    <message>
      <source>To what tier 1 has</source>
      <translation>Auf den von Stufe 1</translation>
    </message>
    <message>
      <source>Source and note of {label}</source>
      <translation>Quelle und Notiz zu {label}</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>Seen in sources: {range}</source>
      <translation>In Quellen gesehen: {range}</translation>
    </message>
    <message>
      <source>{whole}: with the others 100 %; they make room unless locked</source>
      <translation>{whole}: mit den anderen 100 %; sie machen Platz, wenn nicht gesperrt</translation>
    </message>
    <message>
      <source>Source: title, link or date</source>
      <translation>Quelle: Titel, Link oder Datum</translation>
    </message>
    <message>
      <source>Source of {label}</source>
      <translation>Quelle von {label}</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>Note on {label}</source>
      <translation>Notiz zu {label}</translation>
    </message>
    <message>
      <source>Library: {source}</source>
      <translation>Bibliothek: {source}</translation>
    </message>
    <message>
      <source>{share:.0f} %  ·  Stop</source>
      <translation>{share:.0f} %  ·  Beenden</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>Entsperren</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>Sperren</translation>
    </message>
    <message>
      <source>Source and note…</source>
      <translation>Quelle und Notiz…</translation>
    </message>
    <message>
      <source>Apply to all scenarios</source>
      <translation>Auf alle Szenarien anwenden</translation>
    </message>
    <message>
      <source>Explain effect</source>
      <translation>Wirkung erklären</translation>
    </message>
    <message>
      <source>Show where used</source>
      <translation>Zeigen, wo verwendet</translation>
    </message>
    <message>
      <source>Copy key</source>
      <translation>Schlüssel kopieren</translation>
    </message>
    <message>
      <source>Use as X axis</source>
      <translation>Als X-Achse</translation>
    </message>
    <message>
      <source>Use as Y axis</source>
      <translation>Als Y-Achse</translation>
    </message>
    <message>
      <source>Sweep in a table</source>
      <translation>In einer Tabelle durchlaufen</translation>
    </message>
    <message>
      <source>Solve for this</source>
      <translation>Hiernach auflösen</translation>
    </message>
    <message>
      <source>Uncertainty…</source>
      <translation>Unsicherheit…</translation>
    </message>
    <message>
      <source>Outside what sources show: {soft_text}</source>
      <translation>Außerhalb dessen, was Quellen zeigen: {soft_text}</translation>
    </message>
    <message>
      <source>Add a tier like this one</source>
      <translation>Eine Stufe wie diese hinzufügen</translation>
    </message>
    <message>
      <source>Let it inherit everything</source>
      <translation>Alles erben lassen</translation>
    </message>
    <message>
      <source>Remove this tier</source>
      <translation>Diese Stufe entfernen</translation>
    </message>
    <message>
      <source>Tier that the inputs below belong to</source>
      <translation>Stufe, zu der die Eingaben darunter gehören</translation>
    </message>
    <message>
      <source>Add a tier: a model on machines of its own that takes a share of the requests</source>
      <translation>Stufe hinzufügen: ein Modell auf eigenen Maschinen, das einen Teil der Anfragen übernimmt</translation>
    </message>
    <message>
      <source>One tier</source>
      <translation>Eine Stufe</translation>
    </message>
    <message>
      <source>accel.</source>
      <translation>Beschl.</translation>
    </message>
    <message>
      <source>$/M</source>
      <translation>$/M</translation>
    </message>
    <message>
      <source>$/k</source>
      <translation>$/k</translation>
    </message>
    <message>
      <source>$/kW·mo</source>
      <translation>$/kW·M</translation>
    </message>
    <message>
      <source>$/GB·mo</source>
      <translation>$/GB·M</translation>
    </message>
    <message>
      <source>$/TB·mo</source>
      <translation>$/TB·M</translation>
    </message>
    <message>
      <source>elem.</source>
      <translation>Elem.</translation>
    </message>
    <message>
      <source>k elem.</source>
      <translation>k Elem.</translation>
    </message>
    <message>
      <source>B</source>
      <translation>B</translation>
    </message>
    <message>
      <source>M</source>
      <translation>M</translation>
    </message>
    <message>
      <source>req/s</source>
      <translation>Anfr./s</translation>
    </message>
    <message>
      <source>req/min</source>
      <translation>Anfr./min</translation>
    </message>
    <message>
      <source>req/h</source>
      <translation>Anfr./h</translation>
    </message>
    <message>
      <source>k req.</source>
      <translation>k Anfr.</translation>
    </message>
    <message>
      <source>M req.</source>
      <translation>M Anfr.</translation>
    </message>
    <message>
      <source>k tok/s</source>
      <translation>k Tok/s</translation>
    </message>
    <message>
      <source>tok/h</source>
      <translation>Tok/h</translation>
    </message>
    <message>
      <source>k$/mo</source>
      <translation>k$/Mon</translation>
    </message>
    <message>
      <source>M$/mo</source>
      <translation>M$/Mon</translation>
    </message>
    <message>
      <source>{name} is whole, but too large to open its scenario from: save the scenario, or write fewer rows.</source>
      <translation>{name} ist vollständig, aber zu groß, um das Szenario daraus zu öffnen: Szenario sichern oder weniger Zeilen schreiben.</translation>
    </message>
    <message>
      <source>{rows:,} rows copied</source>
      <translation>{rows:,} Zeilen kopiert</translation>
    </message>
    <message>
      <source>{name} was not written: it was stopped.</source>
      <translation>{name} wurde nicht geschrieben: es wurde abgebrochen.</translation>
    </message>
    <message>
      <source>{path} was not written: {reason}. Choose another folder</source>
      <translation>{path} wurde nicht geschrieben: {reason}. Wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
      <source>Copying {rows:,} rows</source>
      <translation>{rows:,} Zeilen werden kopiert</translation>
    </message>
    <message>
      <source>Nothing was copied</source>
      <translation>Nichts wurde kopiert</translation>
    </message>
    <message>
      <source>what sends requests to tiers</source>
      <translation>was Anfragen auf Stufen verteilt</translation>
    </message>
    <message>
      <source>Router and judges</source>
      <translation>Router und Prüfer</translation>
    </message>
    <message>
      <source>{price} an accelerator, as priced</source>
      <translation>{price} je Beschleuniger, wie bepreist</translation>
    </message>
    <message>
      <source>{value} a year</source>
      <translation>{value} im Jahr</translation>
    </message>
    <message>
      <source>{capital} over {life}</source>
      <translation>{capital} über {life}</translation>
    </message>
    <message>
      <source>{value} an accelerator and hour</source>
      <translation>{value} je Beschleuniger und Stunde</translation>
    </message>
    <message>
      <source>rent {rent} an hour and uplift against {own} to own</source>
      <translation>Miete {rent} je Stunde und Aufschlag gegen {own} im Eigentum</translation>
    </message>
    <message>
      <source>{value} what an own accelerator costs an hour</source>
      <translation>{value} der Stundenkosten eines eigenen Beschleunigers</translation>
    </message>
    <message>
      <source>what is inside is not known</source>
      <translation>was darin steckt, ist nicht bekannt</translation>
    </message>
    <message>
      <source>its part of {price} a watt of IT power over {life}</source>
      <translation>sein Teil von {price} je Watt IT-Leistung über {life}</translation>
    </message>
    <message>
      <source>{failures:.3g} failures an accelerator and year, bought again</source>
      <translation>{failures:.3g} Ausfälle je Beschleuniger und Jahr, neu gekauft</translation>
    </message>
    <message>
      <source>{value} of construction a year</source>
      <translation>{value} der Baukosten im Jahr</translation>
    </message>
    <message>
      <source>{value} a kW and month beyond construction</source>
      <translation>{value} je kW und Monat über den Bau hinaus</translation>
    </message>
    <message>
      <source>beyond what the machines have</source>
      <translation>über das hinaus, was die Maschinen haben</translation>
    </message>
    <message>
      <source>rented by the month</source>
      <translation>monatlich gemietet</translation>
    </message>
    <message>
      <source>does not reach from host to leaf</source>
      <translation>reicht nicht vom Host zum Leaf</translation>
    </message>
    <message>
      <source>does not reach between switches</source>
      <translation>reicht nicht zwischen Switches</translation>
    </message>
    <message>
      <source>too few ports for the topology</source>
      <translation>zu wenige Ports für die Topologie</translation>
    </message>
    <message>
      <source>breaks a limit: {limit}</source>
      <translation>verletzt eine Grenze: {limit}</translation>
    </message>
    <message>
      <source>{label} as design partner</source>
      <translation>{label} als Designpartner</translation>
    </message>
    <message>
      <source>at hosts</source>
      <translation>an Hosts</translation>
    </message>
    <message>
      <source>at switches</source>
      <translation>an Switches</translation>
    </message>
    <message>
      <source>cannot serve: {why}</source>
      <translation>kann nicht bedienen: {why}</translation>
    </message>
    <message>
      <source>Revenue: {layers}</source>
      <translation>Umsatz: {layers}</translation>
    </message>
    <message>
      <source>{layer} in an order of one accelerator's work</source>
      <translation>{layer} in einer Bestellung für die Arbeit eines Beschleunigers</translation>
    </message>
    <message>
      <source>A request on machines of {year}</source>
      <translation>Eine Anfrage auf Maschinen von {year}</translation>
    </message>
    <message>
      <source>Price of {what} a request over today's</source>
      <translation>Preis je Anfrage, {what}, geteilt durch den heutigen</translation>
    </message>
    <message>
      <source>Price of {what} by who sells them</source>
      <translation>Preis nach Verkäufer, {what}</translation>
    </message>
    <message>
      <source>Machines of {year} over what a request needs</source>
      <translation>Maschinen von {year} geteilt durch das, was eine Anfrage braucht</translation>
    </message>
    <message>
      <source>{model} answers {rate} on average from {many} accelerators ({chip}), busy {use} of the time.</source>
      <translation>{model} beantwortet im Mittel {rate} auf {many} Beschleunigern ({chip}), die {use} der Zeit beschäftigt sind.</translation>
    </message>
    <message>
      <source>A million output tokens cost {cost}</source>
      <translation>Eine Million Ausgabetoken kostet {cost}</translation>
    </message>
    <message>
      <source>Of twenty users nineteen see the first token within {first} and then one every {each}; promised are {ttft} and {tpot} at {percentile}.</source>
      <translation>Von zwanzig Nutzern sehen neunzehn das erste Token binnen {first} und danach eines alle {each}; zugesagt sind {ttft} und {tpot} bei {percentile}.</translation>
    </message>
    <message>
      <source>in a cascade</source>
      <translation>in einer Kaskade</translation>
    </message>
    <message>
      <source>behind a router</source>
      <translation>hinter einem Router</translation>
    </message>
    <message>
      <source>{model} answers {rate} on average, with tokens bought from others.</source>
      <translation>{model} beantwortet im Mittel {rate}, mit Token, die bei anderen gekauft sind.</translation>
    </message>
    <message>
      <source>{said}; nothing is charged for them.</source>
      <translation>{said}; berechnet wird dafür nichts.</translation>
    </message>
    <message>
      <source>Latency is the seller's.</source>
      <translation>Die Latenz ist die des Verkäufers.</translation>
    </message>
    <message>
      <source>up {moved}</source>
      <translation>{moved} höher</translation>
    </message>
    <message>
      <source>down {moved}</source>
      <translation>{moved} tiefer</translation>
    </message>
    <message>
      <source>As it stands a limit is broken: {limit}.</source>
      <translation>Wie es steht, ist eine Grenze verletzt: {limit}.</translation>
    </message>
    <message>
      <source> (four measurements in five would say {within})</source>
      <translation> (vier von fünf Messungen ergäben {within})</translation>
    </message>
    <message>
      <source>The cheapest single change that would clear it: {cure}.</source>
      <translation>Die günstigste einzelne Änderung, die sie wieder einhielte: {cure}.</translation>
    </message>
    <message>
      <source>At {x} {spots} and {y} {spots2}: {names}; {state}.</source>
      <translation>Bei {x} {spots} und {y} {spots2}: {names}; {state}.</translation>
    </message>
    <message>
      <source>{label} has no effect while {load} is {now}</source>
      <translation>{label} hat keine Wirkung, solange {load} auf {now} steht</translation>
    </message>
    <message>
      <source>break-even</source>
      <translation>Break-even</translation>
    </message>
    <message>
      <source>too slow</source>
      <translation>zu langsam</translation>
    </message>
    <message>
      <source>6 shown</source>
      <translation>6 gezeigt</translation>
    </message>
    <message>
      <source>frozen</source>
      <translation>eingefroren</translation>
    </message>
    <message>
      <source>follow</source>
      <translation>folgen</translation>
    </message>
    <message>
      <source>Heat map</source>
      <translation>Heatmap</translation>
    </message>
    <message>
      <source>What binds</source>
      <translation>Was begrenzt</translation>
    </message>
    <message>
      <source>nothing beats it</source>
      <translation>unübertroffen</translation>
    </message>
    <message>
      <source>feasible</source>
      <translation>zulässig</translation>
    </message>
    <message>
      <source>a limit is broken</source>
      <translation>eine Grenze verletzt</translation>
    </message>
    <message>
      <source>needed</source>
      <translation>nötig</translation>
    </message>
    <message>
      <source>what is plausible, now and needed</source>
      <translation>was plausibel ist, jetzt und nötig</translation>
    </message>
    <message>
      <source>supplies</source>
      <translation>Bezugsarten</translation>
    </message>
    <message>
      <source>tiers</source>
      <translation>Stufen</translation>
    </message>
    <message>
      <source>$ / M output</source>
      <translation>$ / M Ausgabe</translation>
    </message>
    <message>
      <source>$ / month</source>
      <translation>$ / Monat</translation>
    </message>
    <message>
      <source>$ / call</source>
      <translation>$ / Aufruf</translation>
    </message>
    <message>
      <source>Software</source>
      <translation>Software</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alles</translation>
    </message>
    <message>
      <source>of it for idle machines</source>
      <translation>davon für Leerlauf</translation>
    </message>
    <message>
      <source>Training, not in the bill</source>
      <translation>Training, nicht in der Rechnung</translation>
    </message>
    <message>
      <source>Margin on paying users</source>
      <translation>Marge auf zahlende Nutzer</translation>
    </message>
    <message>
      <source>Cash</source>
      <translation>Geldfluss</translation>
    </message>
    <message>
      <source>total since the start; discounted dashed</source>
      <translation>Summe seit Beginn; diskontiert gestrichelt</translation>
    </message>
    <message>
      <source>NPV</source>
      <translation>Kapitalwert</translation>
    </message>
    <message>
      <source>loss from year</source>
      <translation>Verlust ab Jahr</translation>
    </message>
    <message>
      <source>levelised</source>
      <translation>Gestehung</translation>
    </message>
    <message>
      <source>runs at a loss</source>
      <translation>läuft mit Verlust</translation>
    </message>
    <message>
      <source>Cost by volume</source>
      <translation>Kosten nach Menge</translation>
    </message>
    <message>
      <source>$ a month, whole replicas</source>
      <translation>$ im Monat, ganze Replikate</translation>
    </message>
    <message>
      <source>mixed</source>
      <translation>gemischt</translation>
    </message>
    <message>
      <source>M output tokens</source>
      <translation>M Ausgabetoken</translation>
    </message>
    <message>
      <source>call</source>
      <translation>Aufruf</translation>
    </message>
    <message>
      <source>task</source>
      <translation>Aufgabe</translation>
    </message>
    <message>
      <source>user and month</source>
      <translation>Nutzer und Monat</translation>
    </message>
    <message>
      <source>month</source>
      <translation>Monat</translation>
    </message>
    <message>
      <source>year</source>
      <translation>Jahr</translation>
    </message>
    <message>
      <source>All layers</source>
      <translation>Alle Schichten</translation>
    </message>
    <message>
      <source>Building</source>
      <translation>Gebäude</translation>
    </message>
    <message>
      <source>Electricity</source>
      <translation>Elektrizität</translation>
    </message>
    <message>
      <source>Operations</source>
      <translation>Betrieb</translation>
    </message>
    <message>
      <source>accelerator</source>
      <translation>Beschleuniger</translation>
    </message>
    <message>
      <source>server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>network</source>
      <translation>Netz</translation>
    </message>
    <message>
      <source>building</source>
      <translation>Gebäude</translation>
    </message>
    <message>
      <source>running</source>
      <translation>Betrieb</translation>
    </message>
    <message>
      <source>capital</source>
      <translation>Kapital</translation>
    </message>
    <message>
      <source>idle</source>
      <translation>Leerlauf</translation>
    </message>
    <message>
      <source>Who earns it</source>
      <translation>Wer daran verdient</translation>
    </message>
    <message>
      <source>per M output tokens</source>
      <translation>je M Ausgabetoken</translation>
    </message>
    <message>
      <source>Concentration of suppliers (HHI)</source>
      <translation>Konzentration der Lieferanten (HHI)</translation>
    </message>
    <message>
      <source>apart</source>
      <translation>Abstand</translation>
    </message>
    <message>
      <source>Supplier</source>
      <translation>Lieferant</translation>
    </message>
    <message>
      <source>operations</source>
      <translation>Betrieb</translation>
    </message>
    <message>
      <source>electricity</source>
      <translation>Elektrizität</translation>
    </message>
    <message>
      <source>software</source>
      <translation>Software</translation>
    </message>
    <message>
      <source>optics</source>
      <translation>Optik</translation>
    </message>
    <message>
      <source>others</source>
      <translation>andere</translation>
    </message>
    <message>
      <source>per 1,000 calls</source>
      <translation>je 1.000 Aufrufe</translation>
    </message>
    <message>
      <source>per year</source>
      <translation>im Jahr</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <source>End to end</source>
      <translation>Ende zu Ende</translation>
    </message>
    <message>
      <source>Load, share of capacity</source>
      <translation>Last, Anteil der Kapazität</translation>
    </message>
    <message>
      <source>over capacity</source>
      <translation>über der Kapazität</translation>
    </message>
    <message>
      <source>closed form</source>
      <translation>Formel</translation>
    </message>
    <message>
      <source>simulated</source>
      <translation>simuliert</translation>
    </message>
    <message>
      <source>by room</source>
      <translation>nach Platz</translation>
    </message>
    <message>
      <source>TTFT and TPOT</source>
      <translation>TTFT und TPOT</translation>
    </message>
    <message>
      <source>TTFT, TPOT, end to end</source>
      <translation>TTFT, TPOT, Ende zu Ende</translation>
    </message>
    <message>
      <source>within limits</source>
      <translation>in den Grenzen</translation>
    </message>
    <message>
      <source>troughs</source>
      <translation>Täler</translation>
    </message>
    <message>
      <source>spares</source>
      <translation>Reserven</translation>
    </message>
    <message>
      <source>useful</source>
      <translation>nützlich</translation>
    </message>
    <message>
      <source>utilization</source>
      <translation>Auslastung</translation>
    </message>
    <message>
      <source>capacity / mean</source>
      <translation>Kapazität / Mittel</translation>
    </message>
    <message>
      <source>available</source>
      <translation>verfügbar</translation>
    </message>
    <message>
      <source>down a month</source>
      <translation>Ausfall im Monat</translation>
    </message>
    <message>
      <source>spare replicas</source>
      <translation>Reservereplikate</translation>
    </message>
    <message>
      <source>Demand and capacity</source>
      <translation>Nachfrage und Kapazität</translation>
    </message>
    <message>
      <source>in reserve</source>
      <translation>in Reserve</translation>
    </message>
    <message>
      <source>demand</source>
      <translation>Nachfrage</translation>
    </message>
    <message>
      <source>Power of the site</source>
      <translation>Leistung des Standorts</translation>
    </message>
    <message>
      <source>All-in cost of an output token</source>
      <translation>Gesamtkosten eines Ausgabetokens</translation>
    </message>
    <message>
      <source>Mon</source>
      <translation>Mo</translation>
    </message>
    <message>
      <source>Tue</source>
      <translation>Di</translation>
    </message>
    <message>
      <source>Wed</source>
      <translation>Mi</translation>
    </message>
    <message>
      <source>Thu</source>
      <translation>Do</translation>
    </message>
    <message>
      <source>Fri</source>
      <translation>Fr</translation>
    </message>
    <message>
      <source>Sat</source>
      <translation>Sa</translation>
    </message>
    <message>
      <source>Sun</source>
      <translation>So</translation>
    </message>
    <message>
      <source>hour by hour</source>
      <translation>Stunde für Stunde</translation>
    </message>
    <message>
      <source>cost of nines</source>
      <translation>Kosten der Neunen</translation>
    </message>
    <message>
      <source>effect</source>
      <translation>Wirkung</translation>
    </message>
    <message>
      <source>alone</source>
      <translation>allein</translation>
    </message>
    <message>
      <source>quality</source>
      <translation>Qualität</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Heute</translation>
    </message>
    <message>
      <source>adopt</source>
      <translation>nehmen</translation>
    </message>
    <message>
      <source>With the levers</source>
      <translation>Mit den Hebeln</translation>
    </message>
    <message>
      <source>here</source>
      <translation>hier</translation>
    </message>
    <message>
      <source>market</source>
      <translation>Markt</translation>
    </message>
    <message>
      <source>What a token is worth, over what it costs</source>
      <translation>Was ein Token wert ist, zu dem, was er kostet</translation>
    </message>
    <message>
      <source>What others charge for it</source>
      <translation>Was andere dafür verlangen</translation>
    </message>
    <message>
      <source>a margin at your cost</source>
      <translation>eine Marge bei Ihren Kosten</translation>
    </message>
    <message>
      <source>a loss</source>
      <translation>ein Verlust</translation>
    </message>
    <message>
      <source>This model</source>
      <translation>Dieses Modell</translation>
    </message>
    <message>
      <source>Its class</source>
      <translation>Seine Klasse</translation>
    </message>
    <message>
      <source>Benefit</source>
      <translation>Nutzen</translation>
    </message>
    <message>
      <source>Not realised</source>
      <translation>Nicht realisiert</translation>
    </message>
    <message>
      <source>Tokens</source>
      <translation>Token</translation>
    </message>
    <message>
      <source>Gain</source>
      <translation>Gewinn</translation>
    </message>
    <message>
      <source>output over input</source>
      <translation>Ausgabe zu Eingabe</translation>
    </message>
    <message>
      <source>cached over input</source>
      <translation>Cache zu Eingabe</translation>
    </message>
    <message>
      <source>cache write over input</source>
      <translation>Cache-Schreiben zu Eingabe</translation>
    </message>
    <message>
      <source>batch over standard</source>
      <translation>Batch zu Standard</translation>
    </message>
    <message>
      <source>long prompt over short</source>
      <translation>langer zu kurzem Prompt</translation>
    </message>
    <message>
      <source>each input from its P10 to its P90, all others as they stand</source>
      <translation>jede Eingabe von ihrem P10 bis P90, alle anderen wie sie sind</translation>
    </message>
    <message>
      <source>rests on</source>
      <translation>beruht auf</translation>
    </message>
    <message>
      <source>share of the variance</source>
      <translation>Anteil an der Varianz</translation>
    </message>
    <message>
      <source>derived</source>
      <translation>abgeleitet</translation>
    </message>
    <message>
      <source>measured</source>
      <translation>gemessen</translation>
    </message>
    <message>
      <source>at its P10</source>
      <translation>bei ihrem P10</translation>
    </message>
    <message>
      <source>at its P90</source>
      <translation>bei ihrem P90</translation>
    </message>
    <message>
      <source>the same on the mean of all that the others may be</source>
      <translation>dasselbe im Mittel über alles, was die anderen sein können</translation>
    </message>
    <message>
      <source>swing, one at a time</source>
      <translation>Ausschlag, einzeln</translation>
    </message>
    <message>
      <source>limits hold</source>
      <translation>Grenzen halten</translation>
    </message>
    <message>
      <source>a limit breaks</source>
      <translation>eine Grenze bricht</translation>
    </message>
    <message>
      <source>share below</source>
      <translation>Anteil darunter</translation>
    </message>
    <message>
      <source>The worst tenth</source>
      <translation>Das schlechteste Zehntel</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <source>As it stands</source>
      <translation>Wie es steht</translation>
    </message>
    <message>
      <source>Margin above zero</source>
      <translation>Marge über null</translation>
    </message>
    <message>
      <source>Every limit holds</source>
      <translation>Jede Grenze hält</translation>
    </message>
    <message>
      <source>Probability map</source>
      <translation>Wahrscheinlichkeitskarte</translation>
    </message>
    <message>
      <source>margin above zero</source>
      <translation>Marge über null</translation>
    </message>
    <message>
      <source>every limit holds</source>
      <translation>jede Grenze hält</translation>
    </message>
    <message>
      <source>margin and limits</source>
      <translation>Marge und Grenzen</translation>
    </message>
    <message>
      <source>by source</source>
      <translation>nach Quelle</translation>
    </message>
    <message>
      <source>margin</source>
      <translation>Marge</translation>
    </message>
    <message>
      <source>suppliers</source>
      <translation>Lieferanten</translation>
    </message>
    <message>
      <source>Price and cost</source>
      <translation>Preis und Kosten</translation>
    </message>
    <message>
      <source>cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <source>price</source>
      <translation>Preis</translation>
    </message>
    <message>
      <source>Spend on serving</source>
      <translation>Ausgaben fürs Bedienen</translation>
    </message>
    <message>
      <source>$ a year, over elasticity e</source>
      <translation>$ im Jahr, nach Elastizität e</translation>
    </message>
    <message>
      <source>Revenue of layers</source>
      <translation>Umsatz der Schichten</translation>
    </message>
    <message>
      <source>Shares of orders</source>
      <translation>Anteile der Aufträge</translation>
    </message>
    <message>
      <source>$ a year from orders</source>
      <translation>$ im Jahr, Aufträge</translation>
    </message>
    <message>
      <source>Power and building</source>
      <translation>Strom und Gebäude</translation>
    </message>
    <message>
      <source>Cables and optics</source>
      <translation>Kabel und Optik</translation>
    </message>
    <message>
      <source>Switches and fabric</source>
      <translation>Switches und Fabric</translation>
    </message>
    <message>
      <source>Servers</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Chips and memory</source>
      <translation>Chips und Speicher</translation>
    </message>
    <message>
      <source>Custom silicon</source>
      <translation>Eigene Chips</translation>
    </message>
    <message>
      <source>Merchant accelerators</source>
      <translation>Marktbeschleuniger</translation>
    </message>
    <message>
      <source>need, %</source>
      <translation>Bedarf, %</translation>
    </message>
    <message>
      <source>orders, %</source>
      <translation>Aufträge, %</translation>
    </message>
    <message>
      <source>Training and inference</source>
      <translation>Training und Inferenz</translation>
    </message>
    <message>
      <source>$ a year</source>
      <translation>$ im Jahr</translation>
    </message>
    <message>
      <source>inference</source>
      <translation>Inferenz</translation>
    </message>
    <message>
      <source>training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>revenue of layers</source>
      <translation>Umsatz der Schichten</translation>
    </message>
    <message>
      <source>shares of orders</source>
      <translation>Anteile der Aufträge</translation>
    </message>
    <message>
      <source>growth of suppliers</source>
      <translation>Wachstum der Lieferanten</translation>
    </message>
    <message>
      <source>12 shown</source>
      <translation>12 gezeigt</translation>
    </message>
    <message>
      <source>within 10 %, 25 %</source>
      <translation>innerhalb 10 %, 25 %</translation>
    </message>
    <message>
      <source>Reading the measured points</source>
      <translation>Messpunkte werden gelesen</translation>
    </message>
    <message>
      <source>this scenario</source>
      <translation>dieses Szenario</translation>
    </message>
    <message>
      <source>concurrency</source>
      <translation>Gleichzeitigkeit</translation>
    </message>
    <message>
      <source>prompt length</source>
      <translation>Promptlänge</translation>
    </message>
    <message>
      <source>engine</source>
      <translation>Engine</translation>
    </message>
    <message>
      <source>model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>precision</source>
      <translation>Präzision</translation>
    </message>
    <message>
      <source>split</source>
      <translation>Aufteilung</translation>
    </message>
    <message>
      <source>source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Output tokens/s</source>
      <translation>Ausgabetoken/s</translation>
    </message>
    <message>
      <source>Energy per token</source>
      <translation>Energie je Token</translation>
    </message>
    <message>
      <source>this part, class, precision</source>
      <translation>dieses Teil, Klasse, Präzision</translation>
    </message>
    <message>
      <source>this part</source>
      <translation>dieses Teil</translation>
    </message>
    <message>
      <source>its family</source>
      <translation>seine Familie</translation>
    </message>
    <message>
      <source>everything measured</source>
      <translation>alles Gemessene</translation>
    </message>
    <message>
      <source>Nothing owned: economic and accounting cost agree.</source>
      <translation>Kein Eigentum: beide Kosten sind gleich.</translation>
    </message>
    <message>
      <source>Make a case a scenario</source>
      <translation>Einen Fall zum Szenario machen</translation>
    </message>
    <message>
      <source>In doubt</source>
      <translation>Im Zweifel</translation>
    </message>
    <message>
      <source>Go together</source>
      <translation>Gehen zusammen</translation>
    </message>
    <message>
      <source>One line at a time, the others as they stand: margin of the last year, revenue of all suppliers over all years. Point at a line to see what it moves.</source>
      <translation>Eine Zeile zur Zeit, die anderen wie sie sind: Marge des letzten Jahres, Umsatz aller Lieferanten über alle Jahre. Auf eine Zeile zeigen, um zu sehen, was sie bewegt.</translation>
    </message>
    <message>
      <source>Drop a CSV file of points you measured here, and see the model judged on them.</source>
      <translation>Legen Sie hier eine CSV-Datei eigener Messpunkte ab und sehen Sie das Modell daran gemessen.</translation>
    </message>
    <message>
      <source>Latency by the closed form</source>
      <translation>Latenz nach der geschlossenen Form</translation>
    </message>
    <message>
      <source>Judge my benchmark…</source>
      <translation>Eigenen Benchmark beurteilen…</translation>
    </message>
    <message>
      <source>Correct the model</source>
      <translation>Modell korrigieren</translation>
    </message>
    <message>
      <source>Remove correction</source>
      <translation>Korrektur entfernen</translation>
    </message>
    <message>
      <source>suspect, not counted</source>
      <translation>verdächtig, nicht gezählt</translation>
    </message>
    <message>
      <source>A cheaper split</source>
      <translation>Eine günstigere Aufteilung</translation>
    </message>
    <message>
      <source>payback</source>
      <translation>Amortisation</translation>
    </message>
    <message>
      <source>paid back</source>
      <translation>amortisiert</translation>
    </message>
    <message>
      <source>new</source>
      <translation>neu</translation>
    </message>
    <message>
      <source>over 512</source>
      <translation>über 512</translation>
    </message>
    <message>
      <source>Economic: price and interest in equal payments.</source>
      <translation>Ökonomisch: Preis und Zins in gleichen Raten.</translation>
    </message>
    <message>
      <source>Acting wrongly costs nothing here: any suspicion is enough.</source>
      <translation>Falsches Handeln kostet hier nichts: jeder Verdacht genügt.</translation>
    </message>
    <message>
      <source>can wait, served late</source>
      <translation>kann warten, später bedient</translation>
    </message>
    <message>
      <source>one zone</source>
      <translation>eine Zone</translation>
    </message>
    <message>
      <source>cannot wait</source>
      <translation>kann nicht warten</translation>
    </message>
    <message>
      <source>Waiting for a trough</source>
      <translation>Warten auf ein Tal</translation>
    </message>
    <message>
      <source>times as predicted</source>
      <translation>Zeiten wie vorhergesagt</translation>
    </message>
    <message>
      <source>Demand</source>
      <translation>Nachfrage</translation>
    </message>
    <message>
      <source>One step</source>
      <translation>Ein Schritt</translation>
    </message>
    <message>
      <source>Serving</source>
      <translation>Bedienen</translation>
    </message>
    <message>
      <source>Fleet</source>
      <translation>Flotte</translation>
    </message>
    <message>
      <source>Money</source>
      <translation>Geld</translation>
    </message>
    <message>
      <source>Investment</source>
      <translation>Investition</translation>
    </message>
    <message>
      <source>Energy</source>
      <translation>Energie</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Netz</translation>
    </message>
    <message>
      <source>Layers of the chain</source>
      <translation>Schichten der Kette</translation>
    </message>
    <message>
      <source>A year ahead</source>
      <translation>In einem Jahr</translation>
    </message>
    <message>
      <source>Limits</source>
      <translation>Grenzen</translation>
    </message>
    <message>
      <source>layout impossible</source>
      <translation>Layout unmöglich</translation>
    </message>
    <message>
      <source>below the quality floor</source>
      <translation>unter der Qualitätsschwelle</translation>
    </message>
    <message>
      <source>vendor</source>
      <translation>Hersteller</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <source>All combinations</source>
      <translation>Alle Kombinationen</translation>
    </message>
    <message>
      <source>Linked, row by row</source>
      <translation>Verknüpft, Zeile für Zeile</translation>
    </message>
    <message>
      <source>One at a time</source>
      <translation>Einzeln</translation>
    </message>
    <message>
      <source>press</source>
      <translation>Presse</translation>
    </message>
    <message>
      <source>the model itself</source>
      <translation>das Modell selbst</translation>
    </message>
    <message>
      <source>no source</source>
      <translation>keine Quelle</translation>
    </message>
    <message>
      <source>seen in sources</source>
      <translation>in Quellen gesehen</translation>
    </message>
    <message>
      <source>exact</source>
      <translation>exakt</translation>
    </message>
    <message>
      <source>Logic foundry</source>
      <translation>Logik-Foundry</translation>
    </message>
    <message>
      <source>Memory on package</source>
      <translation>Speicher im Package</translation>
    </message>
    <message>
      <source>Accelerator vendor</source>
      <translation>Beschleunigerhersteller</translation>
    </message>
    <message>
      <source>Host processors</source>
      <translation>Hostprozessoren</translation>
    </message>
    <message>
      <source>Scale-up fabric</source>
      <translation>Scale-up-Fabric</translation>
    </message>
    <message>
      <source>Adapters</source>
      <translation>Adapter</translation>
    </message>
    <message>
      <source>Optics</source>
      <translation>Optik</translation>
    </message>
    <message>
      <source>Storage</source>
      <translation>Massenspeicher</translation>
    </message>
    <message>
      <source>Cooling</source>
      <translation>Kühlung</translation>
    </message>
    <message>
      <source>Interest and return</source>
      <translation>Zins und Rendite</translation>
    </message>
    <message>
      <source>Provider's margin</source>
      <translation>Marge des Anbieters</translation>
    </message>
    <message>
      <source>API seller</source>
      <translation>API-Verkäufer</translation>
    </message>
    <message>
      <source>Copper and active cables</source>
      <translation>Kupfer und aktive Kabel</translation>
    </message>
    <message>
      <source>Small tier</source>
      <translation>Kleine Stufe</translation>
    </message>
    <message>
      <source>Less reasoning</source>
      <translation>Weniger Reasoning</translation>
    </message>
    <message>
      <source>Smaller model</source>
      <translation>Kleineres Modell</translation>
    </message>
    <message>
      <source>Speculative decoding</source>
      <translation>Spekulatives Dekodieren</translation>
    </message>
    <message>
      <source>Token budget</source>
      <translation>Token-Budget</translation>
    </message>
    <message>
      <source>Disaggregation</source>
      <translation>Disaggregation</translation>
    </message>
    <message>
      <source>Fill to the limits</source>
      <translation>Bis an die Grenzen füllen</translation>
    </message>
    <message>
      <source>Elastic fleet</source>
      <translation>Elastische Flotte</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>ausgelassen</translation>
    </message>
    <message>
      <source>turns negative in &lt;b&gt;{turn}&lt;/b&gt; and is {last} in {year}</source>
      <translation>wird &lt;b&gt;{turn}&lt;/b&gt; negativ und liegt {year} bei {last}</translation>
    </message>
    <message>
      <source>rises above zero in &lt;b&gt;{turn}&lt;/b&gt; and is {last} in {year}</source>
      <translation>steigt &lt;b&gt;{turn}&lt;/b&gt; über null und liegt {year} bei {last}</translation>
    </message>
    <message>
      <source>the nearest of {count}, each by itself</source>
      <translation>die nächsten von {count}, jede für sich</translation>
    </message>
    <message>
      <source>At &lt;b&gt;{value}&lt;/b&gt; a month the margin is zero: {share} above today’s {now}.</source>
      <translation>Bei &lt;b&gt;{value}&lt;/b&gt; im Monat ist die Marge null: {share} über den heutigen {now}.</translation>
    </message>
    <message>
      <source>At &lt;b&gt;{value}&lt;/b&gt; a month the margin is zero: {share} below today’s {now}.</source>
      <translation>Bei &lt;b&gt;{value}&lt;/b&gt; im Monat ist die Marge null: {share} unter den heutigen {now}.</translation>
    </message>
    <message>
      <source>At &lt;b&gt;{value}&lt;/b&gt; of output the margin is zero: {share} above today’s {now}, input and cached input moved alike.</source>
      <translation>Bei &lt;b&gt;{value}&lt;/b&gt; Ausgabe ist die Marge null: {share} über den heutigen {now}, Eingabe und Cache-Eingabe ebenso bewegt.</translation>
    </message>
    <message>
      <source>At &lt;b&gt;{value}&lt;/b&gt; of output the margin is zero: {share} below today’s {now}, input and cached input moved alike.</source>
      <translation>Bei &lt;b&gt;{value}&lt;/b&gt; Ausgabe ist die Marge null: {share} unter den heutigen {now}, Eingabe und Cache-Eingabe ebenso bewegt.</translation>
    </message>
    <message>
      <source>The margin would be zero at {value}, which cannot be set: {why}.</source>
      <translation>Bei {value} wäre die Marge null, doch das lässt sich nicht einstellen: {why}.</translation>
    </message>
    <message>
      <source>None does: no smaller model that keeps the limits costs less than {model} here.</source>
      <translation>Keines: kein kleineres Modell, das die Grenzen hält, kostet hier weniger als {model}.</translation>
    </message>
    <message>
      <source>The margin of {now} stays above zero with {inputs}: {count}.</source>
      <translation>Die Marge von {now} bleibt über null mit {inputs}: {count}.</translation>
    </message>
    <message>
      <source>The margin is {now}; it would be zero with {inputs}: {count}.</source>
      <translation>Die Marge ist {now}; null wäre sie mit {inputs}: {count}.</translation>
    </message>
    <message>
      <source>{input} at &lt;b&gt;{value}&lt;/b&gt; (now {now})</source>
      <translation>{input} bei &lt;b&gt;{value}&lt;/b&gt; (jetzt {now})</translation>
    </message>
    <message>
      <source>{input} below &lt;b&gt;{value}&lt;/b&gt; (now {now})</source>
      <translation>{input} unter &lt;b&gt;{value}&lt;/b&gt; (jetzt {now})</translation>
    </message>
    <message>
      <source>{input} above &lt;b&gt;{value}&lt;/b&gt; (now {now})</source>
      <translation>{input} über &lt;b&gt;{value}&lt;/b&gt; (jetzt {now})</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Geometric mean over {what} of the changes: factors multiply to the whole.</source>
      <translation>Geometrisches Mittel über {what} der Änderungen: Faktoren multiplizieren sich zum Ganzen.</translation>
    </message>
    <message>
      <source>{share} of the orders count: in the others some mixture cannot be served and has no figure.</source>
      <translation>{share} der Reihenfolgen zählen: in den anderen lässt sich eine Mischung nicht bedienen und hat keinen Wert.</translation>
    </message>
    <message>
      <source>{share} of the mixtures miss a limit and still count.</source>
      <translation>{share} der Mischungen verfehlen eine Grenze und zählen dennoch.</translation>
    </message>
    <message>
      <source>Mean over {count} orders drawn, standard error at most {error}.</source>
      <translation>Mittel über {count} gezogene Reihenfolgen, Standardfehler höchstens {error}.</translation>
    </message>
    <message>
      <source>{other} is better on {share} of where both hold the limits</source>
      <translation>{other} ist besser auf {share} dessen, wo beide die Grenzen halten</translation>
    </message>
    <message>
      <source>{other} is higher on {share} of where both hold the limits</source>
      <translation>{other} ist höher auf {share} dessen, wo beide die Grenzen halten</translation>
    </message>
    <message>
      <source>{other} is better nowhere that both hold the limits</source>
      <translation>{other} ist nirgends besser, wo beide die Grenzen halten</translation>
    </message>
    <message>
      <source>{other} is higher nowhere that both hold the limits</source>
      <translation>{other} ist nirgends höher, wo beide die Grenzen halten</translation>
    </message>
    <message>
      <source>Bridge, in sums</source>
      <translation>Brücke, in Summen</translation>
    </message>
    <message>
      <source>Bridge, in factors</source>
      <translation>Brücke, in Faktoren</translation>
    </message>
    <message>
      <source>Difference map</source>
      <translation>Karte der Differenz</translation>
    </message>
    <message>
      <source>Maps on one scale</source>
      <translation>Karten auf einer Skala</translation>
    </message>
    <message>
      <source>inputs that differ</source>
      <translation>Eingaben, die abweichen</translation>
    </message>
    <message>
      <source>with figures of parts</source>
      <translation>mit Werten der Teile</translation>
    </message>
    <message>
      <source>all inputs</source>
      <translation>alle Eingaben</translation>
    </message>
    <message>
      <source>‹ Inside {step}: {figure}</source>
      <translation>‹ In {step}: {figure}</translation>
    </message>
    <message>
      <source>{one} and {other} are the same in every input: there is nothing to bridge. Move a slider, or choose other scenarios above.</source>
      <translation>{one} und {other} sind in jeder Eingabe gleich: es gibt nichts zu überbrücken. Bewegen Sie einen Regler, oder wählen Sie oben andere Szenarien.</translation>
    </message>
    <message>
      <source>base</source>
      <translation>Basis</translation>
    </message>
    <message>
      <source>to</source>
      <translation>Ziel</translation>
    </message>
    <message>
      <source>Choose what is compared</source>
      <translation>Wählen, was verglichen wird</translation>
    </message>
    <message>
      <source>Choose the base of comparison</source>
      <translation>Basis des Vergleichs wählen</translation>
    </message>
    <message>
      <source>Choose where the bridge goes</source>
      <translation>Wählen, wohin die Brücke führt</translation>
    </message>
    <message>
      <source>Figure of bridge and maps</source>
      <translation>Größe von Brücke und Karten</translation>
    </message>
    <message>
      <source>Beside the table</source>
      <translation>Neben der Tabelle</translation>
    </message>
    <message>
      <source>Tell differences against it</source>
      <translation>Differenzen gegen dieses erzählen</translation>
    </message>
    <message>
      <source>Lead the bridge to it</source>
      <translation>Die Brücke hierhin führen</translation>
    </message>
    <message>
      <source>Leave it out</source>
      <translation>Weglassen</translation>
    </message>
    <message>
      <source>cannot be served</source>
      <translation>nicht bedienbar</translation>
    </message>
    <message>
      <source>decisions</source>
      <translation>Entscheidungen</translation>
    </message>
    <message>
      <source>prices</source>
      <translation>Preise</translation>
    </message>
    <message>
      <source>Nothing has changed since this scenario was opened, and no other is open. Move any slider, and this view sets the scenario against what it was: which inputs differ, and what each adds to the difference. Or begin with</source>
      <translation>Seit dem Öffnen hat sich nichts geändert, und kein anderes Szenario ist offen. Bewegen Sie einen Regler, und diese Ansicht stellt das Szenario dem gegenüber, was es war: welche Eingaben abweichen und was jede zur Differenz beiträgt. Oder beginnen Sie mit</translation>
    </message>
    <message>
      <source>A built-in scenario…</source>
      <translation>Mitgeliefertes Szenario …</translation>
    </message>
    <message>
      <source>A duplicate of this one</source>
      <translation>Kopie von diesem</translation>
    </message>
    <message>
      <source>A file…</source>
      <translation>Datei …</translation>
    </message>
    <message>
      <source>{side} the red line you earn; inside a hatch a limit stops you.</source>
      <translation>{side} der roten Linie verdienen Sie; in einer Schraffur hält eine Grenze auf.</translation>
    </message>
    <message>
      <source>&lt;b&gt;{here} the red line you earn, {there} it you lose.&lt;/b&gt; You are at the circle.</source>
      <translation>&lt;b&gt;{here} der roten Linie verdienen Sie, {there} davon verlieren Sie.&lt;/b&gt; Sie sind am Kreis.</translation>
    </message>
    <message>
      <source>Right of</source>
      <translation>Rechts</translation>
    </message>
    <message>
      <source>left of</source>
      <translation>links</translation>
    </message>
    <message>
      <source>Left of</source>
      <translation>Links</translation>
    </message>
    <message>
      <source>right of</source>
      <translation>rechts</translation>
    </message>
    <message>
      <source>Above</source>
      <translation>Oberhalb</translation>
    </message>
    <message>
      <source>below</source>
      <translation>unterhalb</translation>
    </message>
    <message>
      <source>Below</source>
      <translation>Unterhalb</translation>
    </message>
    <message>
      <source>above</source>
      <translation>oberhalb</translation>
    </message>
    <message>
      <source>out of memory</source>
      <translation>nicht genug Speicher</translation>
    </message>
    <message>
      <source>drag to choose</source>
      <translation>zum Wählen ziehen</translation>
    </message>
    <message>
      <source>What cost, latency and margin do as any two inputs move. Drag the point; drag a label onto an axis; enlarge one surface by a double-click on its title.</source>
      <translation>Was Kosten, Latenz und Marge tun, wenn sich zwei beliebige Eingaben bewegen. Den Punkt ziehen; einen Namen auf eine Achse ziehen; eine Fläche durch Doppelklick auf ihren Titel vergrößern.</translation>
    </message>
    <message>
      <source>What one input trades for another: two figures against each other, and which ways no other way beats.</source>
      <translation>Was sich gegen was tauscht: zwei Größen gegeneinander, und welche Wege kein anderer schlägt.</translation>
    </message>
    <message>
      <source>What each input would have to be for a figure to meet a target; every deployment that keeps the limits; who wins where on the map. A double-click adopts.</source>
      <translation>Was jede Eingabe sein müsste, damit eine Größe ein Ziel trifft; jeder Betrieb, der die Grenzen hält; wer wo auf der Karte gewinnt. Ein Doppelklick übernimmt.</translation>
    </message>
    <message>
      <source>What the service costs by cause, a month, a token, a call or a user; own, rent or buy; when the money is back.</source>
      <translation>Was der Dienst nach Ursache kostet, je Monat, Token, Aufruf oder Nutzer; besitzen, mieten oder kaufen; wann das Geld zurück ist.</translation>
    </message>
    <message>
      <source>Who earns each dollar along the supply chain, what a layer is made of, and on whom you depend.</source>
      <translation>Wer jeden Dollar entlang der Lieferkette verdient, woraus eine Schicht besteht, und von wem man abhängt.</translation>
    </message>
    <message>
      <source>How waiting grows with load, at the median and in the tails, by closed form and by simulation.</source>
      <translation>Wie das Warten mit der Last wächst, im Median und in den Ausläufern, nach Formel und nach Simulation.</translation>
    </message>
    <message>
      <source>Demand, capacity, batch, power and cost by hour of the week, and what another nine of availability costs. Demand can be drawn by hand.</source>
      <translation>Nachfrage, Kapazität, Batch, Leistung und Kosten nach Stunde der Woche, und was eine weitere Neun der Verfügbarkeit kostet. Die Nachfrage lässt sich mit der Hand zeichnen.</translation>
    </message>
    <message>
      <source>What caching, routing, compression, precision, speculation and schedule save one after the other, at which quality.</source>
      <translation>Was Caching, Routing, Kompression, Präzision, Spekulation und Fahrplan nacheinander sparen, bei welcher Qualität.</translation>
    </message>
    <message>
      <source>Whether a decision is worth its tokens, and what others charge for the same.</source>
      <translation>Ob eine Entscheidung ihre Token wert ist, und was andere dafür verlangen.</translation>
    </message>
    <message>
      <source>Which inputs move a figure most between their P10 and P90, how its variance is shared, how much rests on guesses.</source>
      <translation>Welche Eingaben eine Größe zwischen ihrem P10 und P90 am meisten bewegen, wie sich ihre Varianz verteilt, wie viel auf Schätzungen beruht.</translation>
    </message>
    <message>
      <source>What a figure may be with all that is in doubt, how likely the service earns, and where.</source>
      <translation>Was eine Größe bei allem Zweifel sein kann, wie wahrscheinlich der Dienst verdient, und wo.</translation>
    </message>
    <message>
      <source>Price, cost, margin, fleet and suppliers in the years ahead, and each line of the counter-thesis to switch on.</source>
      <translation>Preis, Kosten, Marge, Flotte und Lieferanten in den kommenden Jahren, und jede Zeile der Gegenthese zum Einschalten.</translation>
    </message>
    <message>
      <source>Two to six scenarios: figures, only the inputs that differ, the bridge between them, maps of the difference.</source>
      <translation>Zwei bis sechs Szenarien: Größen, nur die Eingaben, die abweichen, die Brücke dazwischen, Karten der Differenz.</translation>
    </message>
    <message>
      <source>Rows of a sweep over any inputs, to sort, filter, export and open as scenarios.</source>
      <translation>Zeilen eines Durchlaufs über beliebige Eingaben, zum Sortieren, Filtern, Exportieren und Öffnen als Szenario.</translation>
    </message>
    <message>
      <source>How wrong the figures may be: predictions against the measured points nearest to the scenario, or against yours.</source>
      <translation>Wie falsch die Größen sein können: Vorhersagen gegen die gemessenen Punkte, die dem Szenario am nächsten sind, oder gegen Ihre.</translation>
    </message>
    <message>
      <source>Slider: one step, ten steps, a tenth</source>
      <translation>Regler: ein Schritt, zehn Schritte, ein Zehntel</translation>
    </message>
    <message>
      <source>Field: as it was</source>
      <translation>Feld: wie es war</translation>
    </message>
    <message>
      <source>Point on a surface</source>
      <translation>Punkt auf einer Fläche</translation>
    </message>
    <message>
      <source>Explanation, effects, history: walk, unfold, act</source>
      <translation>Erklärung, Wirkungen, Verlauf: gehen, aufklappen, handeln</translation>
    </message>
    <message>
      <source>Arrows, Enter</source>
      <translation>Pfeile, Eingabe</translation>
    </message>
    <message>
      <source>Finder: walk the list, choose</source>
      <translation>Finder: die Liste gehen, wählen</translation>
    </message>
    <message>
      <source>Arrows, Page Up/Down, Enter</source>
      <translation>Pfeile, Bild auf/ab, Eingabe</translation>
    </message>
    <message>
      <source>A GPU or another chip that runs the model.</source>
      <translation>Eine GPU oder ein anderer Chip, der das Modell rechnet.</translation>
    </message>
    <message>
      <source>The scenario that all changes are told against.</source>
      <translation>Das Szenario, gegen das alle Änderungen erzählt werden.</translation>
    </message>
    <message>
      <source>Sequences that one decode step works on together.</source>
      <translation>Sequenzen, an denen ein Decode-Schritt gemeinsam arbeitet.</translation>
    </message>
    <message>
      <source>Binding limit</source>
      <translation>Bindende Grenze</translation>
    </message>
    <message>
      <source>What stops a point: memory, TTFT, TPOT, capacity, layout or quality.</source>
      <translation>Was einen Punkt aufhält: Speicher, TTFT, TPOT, Kapazität, Aufteilung oder Qualität.</translation>
    </message>
    <message>
      <source>Where revenue equals cost: the margin is zero.</source>
      <translation>Wo Umsatz gleich Kosten ist: die Marge ist null.</translation>
    </message>
    <message>
      <source>Continuous batching</source>
      <translation>Fortlaufendes Batching</translation>
    </message>
    <message>
      <source>Requests join and leave the running batch at every step.</source>
      <translation>Anfragen treten bei jedem Schritt in den laufenden Batch ein und aus ihm aus.</translation>
    </message>
    <message>
      <source>Generating the answer, one token or a few at each step.</source>
      <translation>Die Antwort erzeugen, ein Token oder einige je Schritt.</translation>
    </message>
    <message>
      <source>Guessing tokens ahead, to be verified in one step: speculative decoding, MTP.</source>
      <translation>Token voraus raten, die ein Schritt prüft: spekulatives Dekodieren, MTP.</translation>
    </message>
    <message>
      <source>EP, TP, PP, DP</source>
      <translation>EP, TP, PP, DP</translation>
    </message>
    <message>
      <source>Expert, tensor, pipeline and data parallelism: how a model is spread out.</source>
      <translation>Experten-, Tensor-, Pipeline- und Datenparallelität: wie ein Modell verteilt ist.</translation>
    </message>
    <message>
      <source>Evidence grade</source>
      <translation>Grad der Evidenz</translation>
    </message>
    <message>
      <source>What a figure rests on: measured, calibrated, transferred or spec sheet.</source>
      <translation>Worauf eine Größe beruht: gemessen, kalibriert, übertragen oder Datenblatt.</translation>
    </message>
    <message>
      <source>Requests served within the limits.</source>
      <translation>Anfragen, die innerhalb der Grenzen bedient werden.</translation>
    </message>
    <message>
      <source>Revenue less cost, over revenue.</source>
      <translation>Umsatz weniger Kosten, durch Umsatz.</translation>
    </message>
    <message>
      <source>Isocost line</source>
      <translation>Isokostenlinie</translation>
    </message>
    <message>
      <source>All the ways of producing at the same cost.</source>
      <translation>Alle Wege, zu gleichen Kosten zu erzeugen.</translation>
    </message>
    <message>
      <source>Keys and values of all earlier tokens, kept in memory for each sequence.</source>
      <translation>Schlüssel und Werte aller früheren Token, je Sequenz im Speicher gehalten.</translation>
    </message>
    <message>
      <source>Mixture of experts: only some of the weights work on each token.</source>
      <translation>Mischung von Experten: nur ein Teil der Gewichte arbeitet an jedem Token.</translation>
    </message>
    <message>
      <source>MLA, GQA</source>
      <translation>MLA, GQA</translation>
    </message>
    <message>
      <source>Ways of attention that keep less cache for each token.</source>
      <translation>Arten der Attention, die je Token weniger Cache halten.</translation>
    </message>
    <message>
      <source>P10, P50, P90</source>
      <translation>P10, P50, P90</translation>
    </message>
    <message>
      <source>Values that one, five and nine cases of ten stay below.</source>
      <translation>Werte, unter denen ein, fünf und neun von zehn Fällen bleiben.</translation>
    </message>
    <message>
      <source>Pareto front</source>
      <translation>Pareto-Front</translation>
    </message>
    <message>
      <source>Ways that no other way beats in both figures.</source>
      <translation>Wege, die kein anderer in beiden Größen schlägt.</translation>
    </message>
    <message>
      <source>Computing the input of a request before its first token.</source>
      <translation>Die Eingabe einer Anfrage vor ihrem ersten Token rechnen.</translation>
    </message>
    <message>
      <source>Cache of inputs that begin alike, computed once.</source>
      <translation>Cache von Eingaben, die gleich beginnen, einmal gerechnet.</translation>
    </message>
    <message>
      <source>Power of the site over power of its machines.</source>
      <translation>Leistung des Standorts durch Leistung seiner Maschinen.</translation>
    </message>
    <message>
      <source>What having chosen the present way costs where another one wins.</source>
      <translation>Was es kostet, den jetzigen Weg gewählt zu haben, wo ein anderer gewinnt.</translation>
    </message>
    <message>
      <source>One copy of the model with its accelerators.</source>
      <translation>Eine Kopie des Modells mit ihren Beschleunigern.</translation>
    </message>
    <message>
      <source>Scale-up, scale-out</source>
      <translation>Scale-up, Scale-out</translation>
    </message>
    <message>
      <source>Links within a server or rack, and the network between them.</source>
      <translation>Verbindungen in einem Server oder Rack, und das Netz dazwischen.</translation>
    </message>
    <message>
      <source>Sobol index</source>
      <translation>Sobol-Index</translation>
    </message>
    <message>
      <source>Share of the variance of a figure that goes back to an input.</source>
      <translation>Anteil der Varianz einer Größe, der auf eine Eingabe zurückgeht.</translation>
    </message>
    <message>
      <source>One of several models of a service behind a router or in a cascade.</source>
      <translation>Eines von mehreren Modellen eines Dienstes hinter einem Router oder in einer Kaskade.</translation>
    </message>
    <message>
      <source>A piece of a word: what models read, write and are paid by.</source>
      <translation>Ein Stück eines Wortes: was Modelle lesen, schreiben und wonach sie bezahlt werden.</translation>
    </message>
    <message>
      <source>Time per output token after the first.</source>
      <translation>Zeit je Ausgabetoken nach dem ersten.</translation>
    </message>
    <message>
      <source>Time to first token, from arrival.</source>
      <translation>Zeit bis zum ersten Token, ab Ankunft.</translation>
    </message>
    <message>
      <source>Useful work over what the fleet paid for could serve.</source>
      <translation>Nützliche Arbeit durch das, was die bezahlte Flotte bedienen könnte.</translation>
    </message>
    <message>
      <source>Decode</source>
      <translation>Decode</translation>
    </message>
    <message>
      <source>Drafting</source>
      <translation>Entwerfen</translation>
    </message>
    <message>
      <source>Replica</source>
      <translation>Replikat</translation>
    </message>
    <message>
      <source>Regret</source>
      <translation>Reue</translation>
    </message>
    <message>
      <source>Take back what the question changed</source>
      <translation>Zurücknehmen, was die Frage geändert hat</translation>
    </message>
    <message>
      <source>Ask another</source>
      <translation>Andere Frage</translation>
    </message>
    <message>
      <source>Choose a question</source>
      <translation>Eine Frage wählen</translation>
    </message>
    <message>
      <source>Show no more hints</source>
      <translation>Keine Hinweise mehr zeigen</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Ask</source>
      <translation>Fragen</translation>
    </message>
    <message>
      <source>Worked out by the model</source>
      <translation>Vom Modell berechnet</translation>
    </message>
    <message>
      <source>; up {delta} from {value}</source>
      <translation>; {delta} höher als {value}</translation>
    </message>
    <message>
      <source>; down {delta} from {value}</source>
      <translation>; {delta} tiefer als {value}</translation>
    </message>
    <message>
      <source>{quality:.2g} points of quality lost</source>
      <translation>{quality:.2g} Punkte Qualität verloren</translation>
    </message>
    <message>
      <source>{quality:.2g} points of quality won</source>
      <translation>{quality:.2g} Punkte Qualität gewonnen</translation>
    </message>
    <message>
      <source>short</source>
      <translation>kurz</translation>
    </message>
    <message>
      <source>long</source>
      <translation>lang</translation>
    </message>
    <message>
      <source> simulated, </source>
      <translation> simuliert, </translation>
    </message>
    <message>
      <source>Now at {here}, {points} below.</source>
      <translation>Jetzt bei {here}, {points} darunter.</translation>
    </message>
    <message>
      <source>Now at {here}, {points} beyond.</source>
      <translation>Jetzt bei {here}, {points} darüber.</translation>
    </message>
    <message>
      <source>A replica cannot serve this scenario</source>
      <translation>Ein Replikat kann dieses Szenario nicht bedienen</translation>
    </message>
    <message>
      <source>what breaks</source>
      <translation>was nicht hält</translation>
    </message>
    <message>
      <source>click to weigh it</source>
      <translation>Klick wägt es ab</translation>
    </message>
    <message>
      <source>Nothing can be served here: a decision has no cost to be weighed against.</source>
      <translation>Hier kann nichts bedient werden: eine Entscheidung hat keine Kosten, gegen die sie abzuwägen wäre.</translation>
    </message>
    <message>
      <source>right button: open as a scenario</source>
      <translation>rechte Taste: als Szenario öffnen</translation>
    </message>
    <message>
      <source>it does not fit</source>
      <translation>es passt nicht</translation>
    </message>
    <message>
      <source>a pool of its own for prefill</source>
      <translation>ein eigener Pool für den Prefill</translation>
    </message>
    <message>
      <source>each replica as full as the limits allow</source>
      <translation>jedes Replikat so voll, wie die Grenzen erlauben</translation>
    </message>
    <message>
      <source>machines only while they are needed</source>
      <translation>Maschinen nur, solange sie gebraucht werden</translation>
    </message>
    <message>
      <source>next narrower</source>
      <translation>nächst schmaler</translation>
    </message>
    <message>
      <source>MTP it ships</source>
      <translation>mitgelieferte MTP</translation>
    </message>
    <message>
      <source>as work asks</source>
      <translation>wie die Arbeit verlangt</translation>
    </message>
    <message>
      <source>to the limits</source>
      <translation>bis an die Grenzen</translation>
    </message>
    <message>
      <source>as demand</source>
      <translation>wie die Nachfrage</translation>
    </message>
    <message>
      <source>EAGLE-3 head</source>
      <translation>EAGLE-3-Kopf</translation>
    </message>
    <message>
      <source>DSpark head</source>
      <translation>DSpark-Kopf</translation>
    </message>
    <message>
      <source>as MTP of Qwen3.5</source>
      <translation>wie MTP von Qwen3.5</translation>
    </message>
    <message>
      <source>closed-loop</source>
      <translation>Closed Loop</translation>
    </message>
    <message>
      <source>static-batch</source>
      <translation>fester Batch</translation>
    </message>
    <message>
      <source>full-load</source>
      <translation>Volllast</translation>
    </message>
    <message>
      <source>separate-pool</source>
      <translation>getrennte Pools</translation>
    </message>
    <message>
      <source>a closed loop</source>
      <translation>Closed Loop</translation>
    </message>
    <message>
      <source>separate pools</source>
      <translation>getrennten Pools</translation>
    </message>
    <message>
      <source>dense models</source>
      <translation>dichten Modellen</translation>
    </message>
    <message>
      <source>MoE models</source>
      <translation>MoE-Modellen</translation>
    </message>
    <message>
      <source>MoE models with MLA</source>
      <translation>MoE-Modellen mit MLA</translation>
    </message>
    <message>
      <source>a part of your own</source>
      <translation>ein eigenes Teil</translation>
    </message>
    <message>
      <source>No comparison of closed form and simulator lies near this scenario</source>
      <translation>Kein Vergleich von Formel und Simulator liegt nahe bei diesem Szenario</translation>
    </message>
    <message>
      <source>The Latency view simulates it.</source>
      <translation>Die Ansicht Latenz simuliert es.</translation>
    </message>
    <message>
      <source>Running a machine of the first year</source>
      <translation>Eine Maschine des ersten Jahres</translation>
    </message>
    <message>
      <source>A contract at today's rent</source>
      <translation>Ein Vertrag zur heutigen Miete</translation>
    </message>
    <message>
      <source>Running the first year's machines and contracts</source>
      <translation>Maschinen und Verträge des ersten Jahres</translation>
    </message>
    <message>
      <source>A contract at today's price of tokens</source>
      <translation>Ein Vertrag zum heutigen Tokenpreis</translation>
    </message>
    <message>
      <source>Model: time of decoding</source>
      <translation>Modell: Zeit im Decode</translation>
    </message>
    <message>
      <source>Model: time of prompts</source>
      <translation>Modell: Zeit der Prompts</translation>
    </message>
    <message>
      <source>Model: power of boards</source>
      <translation>Modell: Leistung der Boards</translation>
    </message>
    <message>
      <source>data sheet</source>
      <translation>Datenblatt</translation>
    </message>
    <message>
      <source>noted by you</source>
      <translation>von Ihnen notiert</translation>
    </message>
    <message>
      <source>stated by you</source>
      <translation>von Ihnen angegeben</translation>
    </message>
    <message>
      <source>most</source>
      <translation>größte</translation>
    </message>
    <message>
      <source>least</source>
      <translation>kleinste</translation>
    </message>
    <message>
      <source>this part was measured with such models and this precision</source>
      <translation>dieses Teil wurde mit solchen Modellen und dieser Genauigkeit gemessen</translation>
    </message>
    <message>
      <source>parts of its family were measured</source>
      <translation>Teile seiner Familie wurden gemessen</translation>
    </message>
    <message>
      <source>other parts of its maker were measured</source>
      <translation>andere Teile seines Herstellers wurden gemessen</translation>
    </message>
    <message>
      <source>nothing like it was measured</source>
      <translation>nichts Vergleichbares wurde gemessen</translation>
    </message>
    <message>
      <source>arithmetic on inputs</source>
      <translation>Rechnung aus Eingaben</translation>
    </message>
    <message>
      <source>calibrated</source>
      <translation>kalibriert</translation>
    </message>
    <message>
      <source>transferred</source>
      <translation>übertragen</translation>
    </message>
    <message>
      <source>spec sheet</source>
      <translation>Datenblatt</translation>
    </message>
    <message>
      <source>exact arithmetic on the inputs</source>
      <translation>exakte Rechnung aus den Eingaben</translation>
    </message>
    <message>
      <source>as the seller of the tokens states it</source>
      <translation>wie der Verkäufer der Token es angibt</translation>
    </message>
    <message>
      <source>set by the inputs, however fast the machine is</source>
      <translation>durch die Eingaben gesetzt, wie schnell die Maschine auch ist</translation>
    </message>
    <message>
      <source>$ / year</source>
      <translation>$ / Jahr</translation>
    </message>
    <message>
      <source>$ / user</source>
      <translation>$ / Nutzer</translation>
    </message>
    <message>
      <source>$ / task</source>
      <translation>$ / Aufgabe</translation>
    </message>
    <message>
      <source>No service, no bill: the point is not feasible.</source>
      <translation>Kein Dienst, keine Rechnung: der Punkt ist nicht zulässig.</translation>
    </message>
    <message>
      <source>no service, no cash</source>
      <translation>kein Dienst, kein Geld</translation>
    </message>
    <message>
      <source>Due to what was there before</source>
      <translation>Dem zu verdanken, was vorher da war</translation>
    </message>
    <message>
      <source>Tokens are bought: the seller holds the capacity, and only what is used is paid for.</source>
      <translation>Token sind gekauft: der Verkäufer hält die Kapazität vor, und nur was genutzt wird, ist zu zahlen.</translation>
    </message>
    <message>
      <source>: tokens are bought</source>
      <translation>: Token sind gekauft</translation>
    </message>
    <message>
      <source>Tokens are bought: what machines their seller orders is not known.</source>
      <translation>Token sind gekauft: welche Maschinen ihr Verkäufer bestellt, ist nicht bekannt.</translation>
    </message>
    <message>
      <source>lenders and owners</source>
      <translation>Kreditgeber und Eigner</translation>
    </message>
    <message>
      <source>own staff</source>
      <translation>eigene Leute</translation>
    </message>
    <message>
      <source>accelerator vendor</source>
      <translation>Beschleunigerhersteller</translation>
    </message>
    <message>
      <source>Values: 8:512:24 for 24 from 8 to 512, with :log or :linear behind; a list as 8; 16; 32; options as fp8, bf16; nothing for the range seen in sources</source>
      <translation>Werte: 8:512:24 für 24 von 8 bis 512, dahinter :log oder :linear; eine Liste als 8; 16; 32; Optionen als fp8, bf16; nichts für den Bereich der Quellen</translation>
    </message>
    <message>
      <source>Out of memory</source>
      <translation>Speicher voll</translation>
    </message>
    <message>
      <source>time to first token</source>
      <translation>Zeit bis zum ersten Token</translation>
    </message>
    <message>
      <source>time per output token</source>
      <translation>Zeit je Ausgabetoken</translation>
    </message>
    <message>
      <source>arrival to last token</source>
      <translation>Ankunft bis letztes Token</translation>
    </message>
    <message>
      <source>Shares of the market where the parts chosen name nobody; many are guesses, each says so.</source>
      <translation>Marktanteile, wo die gewählten Teile niemanden nennen; viele sind Schätzungen, jede sagt es.</translation>
    </message>
    <message>
      <source>in concert</source>
      <translation>im Zusammenspiel</translation>
    </message>
    <message>
      <source>on the mark</source>
      <translation>auf den Punkt</translation>
    </message>
    <message>
      <source>maintenance and spares</source>
      <translation>Wartung und Ersatzteile</translation>
    </message>
    <message>
      <source>open source with own support</source>
      <translation>Open Source mit eigener Pflege</translation>
    </message>
    <message>
      <source>other brands</source>
      <translation>andere Marken</translation>
    </message>
    <message>
      <source>builders and trades</source>
      <translation>Bau und Gewerke</translation>
    </message>
    <message>
      <source>cloud provider</source>
      <translation>Cloud-Anbieter</translation>
    </message>
    <message>
      <source>electric utility</source>
      <translation>Stromversorger</translation>
    </message>
    <message>
      <source>As stated</source>
      <translation>Wie angegeben</translation>
    </message>
    <message>
      <source>Code step</source>
      <translation>Codeschritt</translation>
    </message>
    <message>
      <source>Collections</source>
      <translation>Inkasso</translation>
    </message>
    <message>
      <source>Document read</source>
      <translation>Dokument gelesen</translation>
    </message>
    <message>
      <source>Fraud alert</source>
      <translation>Betrugsalarm</translation>
    </message>
    <message>
      <source>Generic text</source>
      <translation>Allgemeiner Text</translation>
    </message>
    <message>
      <source>Logistics</source>
      <translation>Logistik</translation>
    </message>
    <message>
      <source>Office answer</source>
      <translation>Büroantwort</translation>
    </message>
    <message>
      <source>Research answer</source>
      <translation>Rechercheantwort</translation>
    </message>
    <message>
      <source>Support contact</source>
      <translation>Supportkontakt</translation>
    </message>
    <message>
      <source>ASE and SPIL</source>
      <translation>ASE und SPIL</translation>
    </message>
    <message>
      <source>Asian cold-plate makers</source>
      <translation>Asiatische Kühlplattenhersteller</translation>
    </message>
    <message>
      <source>Fabrinet, AAOI, Lumentum and others</source>
      <translation>Fabrinet, AAOI, Lumentum u. a.</translation>
    </message>
    <message>
      <source>HPE Juniper and others</source>
      <translation>HPE Juniper u. a.</translation>
    </message>
    <message>
      <source>Ibiden, Unimicron (substrate)</source>
      <translation>Ibiden, Unimicron (Substrat)</translation>
    </message>
    <message>
      <source>King Yuan (test)</source>
      <translation>King Yuan (Test)</translation>
    </message>
    <message>
      <source>Molex, TE and others</source>
      <translation>Molex, TE u. a.</translation>
    </message>
    <message>
      <source>NVIDIA (own brand)</source>
      <translation>NVIDIA (Eigenmarke)</translation>
    </message>
    <message>
      <source>NVIDIA and other Arm</source>
      <translation>NVIDIA und andere Arm</translation>
    </message>
    <message>
      <source>Palantir and like platforms</source>
      <translation>Palantir und ähnliche Plattformen</translation>
    </message>
    <message>
      <source>Wistron and Wiwynn</source>
      <translation>Wistron und Wiwynn</translation>
    </message>
    <message>
      <source>in-house</source>
      <translation>im Haus</translation>
    </message>
    <message>
      <source>land and grid connection</source>
      <translation>Grund und Netzanschluss</translation>
    </message>
    <message>
      <source>other makers selling direct</source>
      <translation>andere Hersteller im Direktverkauf</translation>
    </message>
    <message>
      <source>as opened (baseline)</source>
      <translation>wie geöffnet (Basis)</translation>
    </message>
    <message>
      <source>users pay by the token, so none pays less than it costs; it counts with a subscription</source>
      <translation>Nutzer zahlen je Token, keiner also weniger, als er kostet; es zählt mit einem Abonnement</translation>
    </message>
    <message>
      <source>users cost nothing; raise what the machines cost</source>
      <translation>Nutzer kosten nichts; höhere Kosten der Maschinen angeben</translation>
    </message>
    <message>
      <source>a request earns nothing; set a price above 0, or a subscription</source>
      <translation>eine Anfrage bringt nichts ein; einen Preis über 0 oder ein Abonnement angeben</translation>
    </message>
    <message>
      <source>requests pay nothing of the list price, so that no price covers the cost; lower the discount for waiting, or raise the price of priority</source>
      <translation>Anfragen zahlen nichts vom Listenpreis, kein Preis deckt also die Kosten; den Nachlass fürs Warten senken oder den Preis der Priorität heben</translation>
    </message>
    <message>
      <source>all answers come from the response cache and pay nothing; raise what they pay, or lower their share</source>
      <translation>alle Antworten kommen aus dem Antwort-Cache und zahlen nichts; sie mehr zahlen lassen oder ihren Anteil senken</translation>
    </message>
    <message>
      <source>the service costs nothing; raise what its machines cost</source>
      <translation>der Dienst kostet nichts; höhere Kosten seiner Maschinen angeben</translation>
    </message>
    <message>
      <source>the tokens of a decision cost nothing; raise their price, or what the machines cost</source>
      <translation>die Tokens einer Entscheidung kosten nichts; ihren Preis oder die Kosten der Maschinen heben</translation>
    </message>
    <message>
      <source>it is a share of the cost, which is 0; raise what the machines cost</source>
      <translation>es ist ein Anteil der Kosten, und die sind 0; höhere Kosten der Maschinen angeben</translation>
    </message>
    <message>
      <source>the list price is 0; set a price for input or output</source>
      <translation>der Listenpreis ist 0; einen Preis für Ein- oder Ausgabe angeben</translation>
    </message>
    <message>
      <source>a decision gains nothing where it is right and harms nothing where it is wrong; set its stakes</source>
      <translation>eine richtige Entscheidung nützt nichts und eine falsche schadet nichts; angeben, was auf dem Spiel steht</translation>
    </message>
    <message>
      <source>no machines are bought, so that nothing is to be paid back; it counts with own machines that have a price</source>
      <translation>es werden keine Maschinen gekauft, nichts muss sich also bezahlt machen; es zählt mit eigenen Maschinen, die einen Preis haben</translation>
    </message>
    <message>
      <source>what it earns never pays its machines back; raise the price, or lower the cost</source>
      <translation>was er einbringt, bezahlt seine Maschinen nie; den Preis heben oder die Kosten senken</translation>
    </message>
    <message>
      <source>what it earns does not pay its machines back within their life; raise the price, or lower the cost</source>
      <translation>was er einbringt, bezahlt seine Maschinen nicht in ihrer Nutzungsdauer; den Preis heben oder die Kosten senken</translation>
    </message>
    <message>
      <source>a rented accelerator costs nothing, which owning cannot beat; set its rent</source>
      <translation>ein gemieteter Beschleuniger kostet nichts, was kein eigener unterbietet; seine Miete angeben</translation>
    </message>
    <message>
      <source>bought tokens cost nothing, which no machine can beat; set the prices of the bought service</source>
      <translation>gekaufte Tokens kosten nichts, was keine Maschine unterbietet; die Preise des gekauften Dienstes angeben</translation>
    </message>
    <message>
      <source>each further replica costs more than the tokens it would replace, so that no volume pays; lower what the machines cost, or use them better</source>
      <translation>jedes weitere Replikat kostet mehr als die Tokens, die es ersetzte, keine Menge lohnt also; die Kosten der Maschinen senken oder sie besser nutzen</translation>
    </message>
    <message>
      <source>the price moves by itself, not with the cost; it counts where cost is passed through</source>
      <translation>der Preis bewegt sich für sich, nicht mit den Kosten; es zählt, wo Kosten weitergegeben werden</translation>
    </message>
    <message>
      <source>nothing of the cost is passed through, so that no elasticity makes up for it; raise the share</source>
      <translation>von den Kosten wird nichts weitergegeben, keine Elastizität gleicht es also aus; den Anteil heben</translation>
    </message>
    <message>
      <source>nothing is left that could carry load after one failure; add spare replicas, or choose a smaller domain of failures</source>
      <translation>nach einem Ausfall ist nichts mehr da, was Last trüge; Reservereplikate vorsehen oder einen kleineren Ausfallbereich wählen</translation>
    </message>
    <message>
      <source>a token of this model takes no memory, so that the cache holds them all</source>
      <translation>ein Token dieses Modells braucht keinen Speicher, der Cache hält also alle</translation>
    </message>
    <message>
      <source>tokens are bought, and the machines are another's; it counts with own or rented machines</source>
      <translation>Tokens sind gekauft, und die Maschinen gehören anderen; es zählt mit eigenen oder gemieteten Maschinen</translation>
    </message>
    <message>
      <source>the last tier gets no requests, or costs nothing, so that there is nothing to compare with</source>
      <translation>die letzte Stufe bekommt keine Anfragen oder kostet nichts, es gibt also nichts zu vergleichen</translation>
    </message>
    <message>
      <source>Over capacity</source>
      <translation>Überlastet</translation>
    </message>
    <message>
      <source>Layout impossible</source>
      <translation>Layout unmöglich</translation>
    </message>
    <message>
      <source>Compare nothing</source>
      <translation>Nichts vergleichen</translation>
    </message>
    <message>
      <source>Enlarge a surface</source>
      <translation>Eine Fläche vergrößern</translation>
    </message>
    <message>
      <source>Show all surfaces</source>
      <translation>Alle Flächen zeigen</translation>
    </message>
    <message>
      <source>Filter rows</source>
      <translation>Zeilen filtern</translation>
    </message>
    <message>
      <source>Show all rows</source>
      <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
      <source>Freeze scales</source>
      <translation>Skalen einfrieren</translation>
    </message>
    <message>
      <source>Let scales follow</source>
      <translation>Skalen folgen lassen</translation>
    </message>
    <message>
      <source>Sort rows</source>
      <translation>Zeilen ordnen</translation>
    </message>
    <message>
      <source>Sweep one input less</source>
      <translation>Eine Eingabe weniger durchlaufen</translation>
    </message>
    <message>
      <source>Turn the surface</source>
      <translation>Die Fläche drehen</translation>
    </message>
    <message>
      <source>Zoom the axes</source>
      <translation>Achsen zoomen</translation>
    </message>
    <message>
      <source>Show the week</source>
      <translation>Die Woche zeigen</translation>
    </message>
    <message>
      <source>{} sequences</source>
      <translation>{} Sequenzen</translation>
    </message>
    <message>
      <source>streaming {}</source>
      <translation>Streaming {}</translation>
    </message>
    <message>
      <source>{} a step</source>
      <translation>{} je Schritt</translation>
    </message>
    <message>
      <source>decode × {}</source>
      <translation>Decode × {}</translation>
    </message>
    <message>
      <source>prefill × {}</source>
      <translation>Prefill × {}</translation>
    </message>
    <message>
      <source>{} spare</source>
      <translation>{} Reserve</translation>
    </message>
    <message>
      <source>{} wasted</source>
      <translation>{} vergeblich</translation>
    </message>
    <message>
      <source>logic {}</source>
      <translation>Logik {}</translation>
    </message>
    <message>
      <source>{} of IT power</source>
      <translation>{} IT-Leistung</translation>
    </message>
    <message>
      <source>{} capital</source>
      <translation>{} Kapital</translation>
    </message>
    <message>
      <source>{} per M output</source>
      <translation>{} je M Ausgabe</translation>
    </message>
    <message>
      <source>heaviest {}</source>
      <translation>stärkste {}</translation>
    </message>
    <message>
      <source>spread {}</source>
      <translation>Streuung {}</translation>
    </message>
    <message>
      <source>{} calls</source>
      <translation>{} Aufrufe</translation>
    </message>
    <message>
      <source>demand {}</source>
      <translation>Nachfrage {}</translation>
    </message>
    <message>
      <source>own silicon {}</source>
      <translation>eigene Chips {}</translation>
    </message>
    <message>
      <source>inference {}</source>
      <translation>Inferenz {}</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <source>Workloads</source>
      <translation>Arbeitslasten</translation>
    </message>
    <message>
      <source>Serving engines</source>
      <translation>Serving-Engines</translation>
    </message>
    <message>
      <source>Networks</source>
      <translation>Netze</translation>
    </message>
    <message>
      <source>Media at hosts</source>
      <translation>Medien an Hosts</translation>
    </message>
    <message>
      <source>Media at switches</source>
      <translation>Medien an Switches</translation>
    </message>
    <message>
      <source>Design partners</source>
      <translation>Designpartner</translation>
    </message>
    <message>
      <source>Sites</source>
      <translation>Standorte</translation>
    </message>
    <message>
      <source>Price lists</source>
      <translation>Preislisten</translation>
    </message>
    <message>
      <source>Decisions</source>
      <translation>Entscheidungen</translation>
    </message>
    <message>
      <source>Shapes of demand</source>
      <translation>Formen der Nachfrage</translation>
    </message>
    <message>
      <source>Drafters</source>
      <translation>Entwurfsmodelle</translation>
    </message>
    <message>
      <source>Rental prices</source>
      <translation>Mietpreise</translation>
    </message>
    <message>
      <source>Network components</source>
      <translation>Netzkomponenten</translation>
    </message>
    <message>
      <source>Site figures</source>
      <translation>Standortwerte</translation>
    </message>
    <message>
      <source>A benefit per decision that you know yourself.</source>
      <translation>Ein Nutzen je Entscheidung, den Sie selbst kennen.</translation>
    </message>
    <message>
      <source>One step of an agent that writes and tests code; many make a change somebody would have made.</source>
      <translation>Ein Schritt eines Agenten, der Code schreibt und testet; viele ergeben eine Änderung, die sonst jemand gemacht hätte.</translation>
    </message>
    <message>
      <source>Invoices are chased in the right order with the right words, so that cash comes days earlier.</source>
      <translation>Rechnungen werden in der richtigen Reihenfolge mit den richtigen Worten angemahnt, sodass Geld Tage früher kommt.</translation>
    </message>
    <message>
      <source>Contracts and invoices are read, filed and checked instead of typed in.</source>
      <translation>Verträge und Rechnungen werden gelesen, abgelegt und geprüft statt abgetippt.</translation>
    </message>
    <message>
      <source>Suspicious payments get a second look before they clear.</source>
      <translation>Verdächtige Zahlungen werden vor der Freigabe ein zweites Mal angesehen.</translation>
    </message>
    <message>
      <source>Drafts, summaries, answers that save somebody a moment and change nothing else.</source>
      <translation>Entwürfe, Zusammenfassungen, Antworten, die jemandem einen Moment sparen und sonst nichts ändern.</translation>
    </message>
    <message>
      <source>Routes and exceptions of deliveries are planned again through the day.</source>
      <translation>Routen und Ausnahmen von Lieferungen werden über den Tag neu geplant.</translation>
    </message>
    <message>
      <source>Each machine is looked at once a day; the ones about to stop are taken out in time.</source>
      <translation>Jede Maschine wird einmal am Tag angesehen; die vor dem Stillstand werden rechtzeitig herausgenommen.</translation>
    </message>
    <message>
      <source>A worker finds in a minute what took five: time saved at the cost of working time, if used.</source>
      <translation>Ein Mitarbeiter findet in einer Minute, was fünf brauchte: gesparte Zeit zu den Kosten der Arbeitszeit, wenn sie genutzt wird.</translation>
    </message>
    <message>
      <source>A question that takes a specialist a quarter of an hour, answered with its reasons.</source>
      <translation>Eine Frage, die eine Fachkraft eine Viertelstunde kostet, mit Gründen beantwortet.</translation>
    </message>
    <message>
      <source>Some contacts are solved without a person, the rest with help.</source>
      <translation>Manche Kontakte werden ohne Menschen gelöst, die übrigen mit Hilfe.</translation>
    </message>
    <message>
      <source>Whoever the accelerator's own entry names, at its margin.</source>
      <translation>Wen der Eintrag des Beschleunigers selbst nennt, zu dessen Marge.</translation>
    </message>
    <message>
      <source>The user's own tooling: dies from the foundry. Its design team stays in the price.</source>
      <translation>Eigene Werkzeuge des Nutzers: Dies von der Foundry. Sein Entwurfsteam bleibt im Preis.</translation>
    </message>
    <message>
      <source>A back-end house: layout, packaging, delivery.</source>
      <translation>Ein Back-End-Haus: Layout, Packaging, Lieferung.</translation>
    </message>
    <message>
      <source>Architecture help, links, layout, packaging and delivery.</source>
      <translation>Hilfe bei der Architektur, Links, Layout, Packaging und Lieferung.</translation>
    </message>
    <message>
      <source>A back-end house of the foundry's.</source>
      <translation>Ein Back-End-Haus der Foundry.</translation>
    </message>
    <message>
      <source>Layout, links, packaging and delivery.</source>
      <translation>Layout, Links, Packaging und Lieferung.</translation>
    </message>
    <message>
      <source>Links and the chip about the user's own core.</source>
      <translation>Links und der Chip um den eigenen Kern des Nutzers.</translation>
    </message>
    <message>
      <source>Non-household average of the Union.</source>
      <translation>Mittel der Union ohne Haushalte.</translation>
    </message>
    <message>
      <source>Frankfurt: dear power, dear ground.</source>
      <translation>Frankfurt: teurer Strom, teurer Grund.</translation>
    </message>
    <message>
      <source>Own buildings at a planning rate for power; rent is capital recovery of the shell over 20 years.</source>
      <translation>Eigene Gebäude mit einem Planwert für Strom; die Miete ist der Kapitaldienst des Rohbaus über 20 Jahre.</translation>
    </message>
    <message>
      <source>Cheap hydro power, free cooling.</source>
      <translation>Günstige Wasserkraft, freie Kühlung.</translation>
    </message>
    <message>
      <source>The largest market, power at the state's commercial rate.</source>
      <translation>Der größte Markt, Strom zum Gewerbetarif des Staates.</translation>
    </message>
    <message>
      <source>An enterprise's own room, commercial power, average efficiency.</source>
      <translation>Eigener Raum eines Unternehmens, Gewerbestrom, mittlere Effizienz.</translation>
    </message>
    <message>
      <source>Long-term power purchase in Texas.</source>
      <translation>Langfristiger Strombezug in Texas.</translation>
    </message>
    <message>
      <source>Direct liquid cooling at GPU density, billed on provisioned kW.</source>
      <translation>Direkte Flüssigkühlung bei GPU-Dichte, nach bereitgestellten kW abgerechnet.</translation>
    </message>
    <message>
      <source>Racks in a shared hall; power at the commercial average.</source>
      <translation>Racks in einer geteilten Halle; Strom zum Mittel des Gewerbes.</translation>
    </message>
    <message>
      <source>Leased hall of 1 MW and more; power passed through at the industrial rate.</source>
      <translation>Gemietete Halle ab 1 MW; Strom zum Industrietarif durchgereicht.</translation>
    </message>
    <message>
      <source>The vendor of the part chosen.</source>
      <translation>Der Hersteller des gewählten Teils.</translation>
    </message>
    <message>
      <source>Tokens bought at the price list of another company.</source>
      <translation>Token, nach der Preisliste einer anderen Firma gekauft.</translation>
    </message>
    <message>
      <source>Ground, shell, labour.</source>
      <translation>Grund, Rohbau, Arbeit.</translation>
    </message>
    <message>
      <source>Chillers, distribution, cold plates of the hall.</source>
      <translation>Kältemaschinen, Verteilung, Kühlplatten der Halle.</translation>
    </message>
    <message>
      <source>Passive, linear and retimed.</source>
      <translation>Passiv, linear und mit Retimer.</translation>
    </message>
    <message>
      <source>Used where the part names no partner.</source>
      <translation>Verwendet, wo das Teil keinen Partner nennt.</translation>
    </message>
    <message>
      <source>Energy at the meter.</source>
      <translation>Energie am Zähler.</translation>
    </message>
    <message>
      <source>x86 and Arm.</source>
      <translation>x86 und Arm.</translation>
    </message>
    <message>
      <source>What lenders, owners and the landlord ask beyond writing off.</source>
      <translation>Was Kreditgeber, Eigner und Vermieter über die Abschreibung hinaus verlangen.</translation>
    </message>
    <message>
      <source>Dies of accelerators.</source>
      <translation>Dies der Beschleuniger.</translation>
    </message>
    <message>
      <source>High-bandwidth memory.</source>
      <translation>High Bandwidth Memory.</translation>
    </message>
    <message>
      <source>Used where the network names no adapter.</source>
      <translation>Verwendet, wo das Netz keinen Adapter nennt.</translation>
    </message>
    <message>
      <source>Staff, maintenance and spares.</source>
      <translation>Personal, Wartung und Ersatzteile.</translation>
    </message>
    <message>
      <source>Modules; makers of their lasers and signal processors are inside.</source>
      <translation>Module; die Hersteller ihrer Laser und Signalprozessoren sind enthalten.</translation>
    </message>
    <message>
      <source>Interposer and assembly, substrate, test.</source>
      <translation>Interposer und Montage, Substrat, Test.</translation>
    </message>
    <message>
      <source>Generators, transformers, UPS, switchgear.</source>
      <translation>Generatoren, Transformatoren, USV, Schaltanlagen.</translation>
    </message>
    <message>
      <source>Rent beyond what the machines cost their owner.</source>
      <translation>Miete über das hinaus, was die Maschinen ihren Eigner kosten.</translation>
    </message>
    <message>
      <source>Used where the part's vendor does not sell the links itself.</source>
      <translation>Verwendet, wo der Hersteller des Teils die Links nicht selbst verkauft.</translation>
    </message>
    <message>
      <source>Boards, memory, power supplies, chassis, assembly.</source>
      <translation>Boards, Speicher, Netzteile, Gehäuse, Montage.</translation>
    </message>
    <message>
      <source>Serving software, platforms that bring models into operations, support.</source>
      <translation>Serving-Software, Plattformen, die Modelle in den Betrieb bringen, Support.</translation>
    </message>
    <message>
      <source>Flash; the systems around it are inside.</source>
      <translation>Flash; die Systeme darum sind enthalten.</translation>
    </message>
    <message>
      <source>Used where the network names no switch.</source>
      <translation>Verwendet, wo das Netz keinen Switch nennt.</translation>
    </message>
    <message>
      <source>Two tiers of 102.4T switches used as 512x200G.</source>
      <translation>Zwei Ebenen von 102.4T-Switches, als 512x200G genutzt.</translation>
    </message>
    <message>
      <source>Enough where a replica never leaves its server.</source>
      <translation>Genug, wo ein Replikat seinen Server nie verlässt.</translation>
    </message>
    <message>
      <source>51.2T switches used as 128x400G.</source>
      <translation>51.2T-Switches, als 128x400G genutzt.</translation>
    </message>
    <message>
      <source>51.2T switches used as 128x400G, up to 8,192 endpoints.</source>
      <translation>51.2T-Switches, als 128x400G genutzt, bis 8,192 Endpunkte.</translation>
    </message>
    <message>
      <source>Linear pluggable modules, no DSP.</source>
      <translation>Lineare steckbare Module, kein DSP.</translation>
    </message>
    <message>
      <source>51.2T switches used as 64x800G, up to 2,048 endpoints.</source>
      <translation>51.2T-Switches, als 64x800G genutzt, bis 2,048 Endpunkte.</translation>
    </message>
    <message>
      <source>Passive copper replaces the host's optics.</source>
      <translation>Passives Kupfer ersetzt die Optik am Host.</translation>
    </message>
    <message>
      <source>Non-blocking, up to 65,536 endpoints.</source>
      <translation>Blockierungsfrei, bis 65,536 Endpunkte.</translation>
    </message>
    <message>
      <source>Non-blocking, up to 2,048 endpoints, 16,384 by rails.</source>
      <translation>Blockierungsfrei, bis 2,048 Endpunkte, mit Rails 16,384.</translation>
    </message>
    <message>
      <source>9 W per 800G port; price taken as pluggable.</source>
      <translation>9 W je 800G-Port; Preis wie steckbar angenommen.</translation>
    </message>
    <message>
      <source>144-port switches, up to 746,496 endpoints.</source>
      <translation>Switches mit 144 Ports, bis 746,496 Endpunkte.</translation>
    </message>
    <message>
      <source>144-port switches, up to 10,368 endpoints.</source>
      <translation>Switches mit 144 Ports, bis 10,368 Endpunkte.</translation>
    </message>
    <message>
      <source>A replica in one box.</source>
      <translation>Ein Replikat in einem Gehäuse.</translation>
    </message>
    <message>
      <source>The rack's own links carry the model's traffic; the network carries requests.</source>
      <translation>Die Links des Racks tragen den Verkehr des Modells; das Netz trägt Anfragen.</translation>
    </message>
    <message>
      <source>TPU and Trainium pods: adapters are on the chip.</source>
      <translation>Pods aus TPU und Trainium: Adapter sitzen auf dem Chip.</translation>
    </message>
    <message>
      <source>Monday to Friday, 8 to 18 with a dip at noon; a tenth of it at night.</source>
      <translation>Montag bis Freitag, 8 bis 18 Uhr mit einer Senke am Mittag; nachts ein Zehntel davon.</translation>
    </message>
    <message>
      <source>Rises from 7, highest from 19 to 22, a fifth busier at weekends.</source>
      <translation>Steigt ab 7 Uhr, am höchsten von 19 bis 22 Uhr, am Wochenende ein Fünftel mehr.</translation>
    </message>
    <message>
      <source>Both means weigh alike; added by calendar hour.</source>
      <translation>Beide Mittel wiegen gleich; nach Kalenderstunde addiert.</translation>
    </message>
    <message>
      <source>Overheads of no engine in particular.</source>
      <translation>Overhead keiner bestimmten Engine.</translation>
    </message>
    <message>
      <source>AITER kernels.</source>
      <translation>AITER-Kernel.</translation>
    </message>
    <message>
      <source>V0 engine, hipified kernels.</source>
      <translation>V0-Engine, nach HIP übertragene Kernel.</translation>
    </message>
    <message>
      <source>Static batches on Neuron cores.</source>
      <translation>Feste Batches auf Neuron-Kernen.</translation>
    </message>
    <message>
      <source>One stream, on one machine.</source>
      <translation>Ein Strom, auf einer Maschine.</translation>
    </message>
    <message>
      <source>Split prompts, no CUDA graphs.</source>
      <translation>Geteilte Prompts, keine CUDA-Graphen.</translation>
    </message>
    <message>
      <source>PyTorch backend, 1.2 of 2026: CUDA graphs, overlapped scheduling.</source>
      <translation>PyTorch-Backend, 1.2 von 2026: CUDA-Graphen, überlapptes Scheduling.</translation>
    </message>
    <message>
      <source>The same engine without the generated kernels of Blackwell: grouped products by CUTLASS or Triton, or by DeepGEMM on Blackwell itself.</source>
      <translation>Dieselbe Engine ohne die generierten Kernel von Blackwell: gruppierte Produkte mit CUTLASS oder Triton, auf Blackwell selbst mit DeepGEMM.</translation>
    </message>
    <message>
      <source>Compiled engines of 2023 and 2024, served directly or by Triton.</source>
      <translation>Kompilierte Engines von 2023 und 2024, direkt oder mit Triton bedient.</translation>
    </message>
    <message>
      <source>PyTorch backend, 1.0 and 1.1.</source>
      <translation>PyTorch-Backend, 1.0 und 1.1.</translation>
    </message>
    <message>
      <source>Overlapped scheduler, radix cache, CUDA graphs.</source>
      <translation>Überlappter Scheduler, Radix-Cache, CUDA-Graphen.</translation>
    </message>
    <message>
      <source>Releases to 0.5.6.</source>
      <translation>Releases bis 0.5.6.</translation>
    </message>
    <message>
      <source>V1 engine: CUDA graphs, one scheduler process.</source>
      <translation>V1-Engine: CUDA-Graphen, ein Scheduler-Prozess.</translation>
    </message>
    <message>
      <source>The same without generated kernels: experts by Triton or Marlin.</source>
      <translation>Dasselbe ohne generierte Kernel: Experten mit Triton oder Marlin.</translation>
    </message>
    <message>
      <source>V0 engine: scheduling between steps.</source>
      <translation>V0-Engine: Scheduling zwischen Schritten.</translation>
    </message>
    <message>
      <source>V0 engine whose web server shares its process: each running request costs a step more.</source>
      <translation>V0-Engine, deren Webserver ihren Prozess teilt: Jede laufende Anfrage verlängert einen Schritt.</translation>
    </message>
    <message>
      <source>Consumers talk; short turns, all day and night.</source>
      <translation>Verbraucher unterhalten sich; kurze Wechsel, Tag und Nacht.</translation>
    </message>
    <message>
      <source>An agent works on a repository: long context, nearly all of it cached, many calls.</source>
      <translation>Ein Agent arbeitet an einem Repository: langer Kontext, fast ganz im Cache, viele Aufrufe.</translation>
    </message>
    <message>
      <source>Contracts, claims and reports are read overnight; nobody waits, so the load is flat.</source>
      <translation>Verträge, Schadensmeldungen und Berichte werden über Nacht gelesen; niemand wartet, daher ist die Last flach.</translation>
    </message>
    <message>
      <source>Office staff ask over documents the system retrieves; weekday peaks.</source>
      <translation>Büropersonal fragt zu Dokumenten, die das System abruft; Spitzen an Werktagen.</translation>
    </message>
    <message>
      <source>Every suspicious payment is judged at once: short verdicts, a long shared rule book.</source>
      <translation>Jede verdächtige Zahlung wird sofort beurteilt: kurze Urteile, ein langes gemeinsames Regelwerk.</translation>
    </message>
    <message>
      <source>A photograph is described or checked; the picture is 1,000-1,500 tokens of input.</source>
      <translation>Ein Foto wird beschrieben oder geprüft; das Bild macht 1,000-1,500 Token Eingabe aus.</translation>
    </message>
    <message>
      <source>Hard questions: the model thinks for thousands of tokens before it answers.</source>
      <translation>Schwere Fragen: Das Modell denkt tausende Token lang, bevor es antwortet.</translation>
    </message>
    <message>
      <source>A page of results is read and answered in a paragraph, with sources.</source>
      <translation>Eine Ergebnisseite wird gelesen und in einem Absatz mit Quellen beantwortet.</translation>
    </message>
    <message>
      <source>Developers call a small model by the token from many applications.</source>
      <translation>Entwickler rufen aus vielen Anwendungen ein kleines Modell je Token auf.</translation>
    </message>
    <message>
      <source>One document in, one page out.</source>
      <translation>Ein Dokument hinein, eine Seite heraus.</translation>
    </message>
    <message>
      <source>Answers to questions asked before come from a store.</source>
      <translation>Antworten auf schon gestellte Fragen kommen aus einem Speicher.</translation>
    </message>
    <message>
      <source>Memory and disks hold what prompts have in common.</source>
      <translation>Arbeitsspeicher und SSD halten, was Prompts gemeinsam haben.</translation>
    </message>
    <message>
      <source>A router sends easy requests to a smaller model.</source>
      <translation>Ein Router schickt leichte Anfragen an ein kleineres Modell.</translation>
    </message>
    <message>
      <source>A small model drops what adds little to the prompt.</source>
      <translation>Ein kleines Modell streicht, was wenig zum Prompt beiträgt.</translation>
    </message>
    <message>
      <source>Shorter thought before the answer.</source>
      <translation>Kürzeres Nachdenken vor der Antwort.</translation>
    </message>
    <message>
      <source>A smaller model distilled for the task.</source>
      <translation>Ein kleineres, für die Aufgabe destilliertes Modell.</translation>
    </message>
    <message>
      <source>Fewer bits for weights and arithmetic.</source>
      <translation>Weniger Bits für Gewichte und Arithmetik.</translation>
    </message>
    <message>
      <source>Tokens guessed ahead and checked in one step.</source>
      <translation>Token, die vorab geraten und in einem Schritt geprüft werden.</translation>
    </message>
    <message>
      <source>How much prefill a step takes beside decoding.</source>
      <translation>Wie viel Prefill ein Schritt neben dem Decode aufnimmt.</translation>
    </message>
    <message>
      <source>Prefill and decode on machines of their own.</source>
      <translation>Prefill und Decode auf je eigenen Maschinen.</translation>
    </message>
    <message>
      <source>Replicas as full as the service limits allow.</source>
      <translation>Replikate so voll, wie die Dienstgrenzen erlauben.</translation>
    </message>
    <message>
      <source>Machines follow demand over the week.</source>
      <translation>Maschinen folgen der Nachfrage über die Woche.</translation>
    </message>
    <message>
      <source>Inference can become a commodity.</source>
      <translation>Inferenz kann zur Massenware werden.</translation>
    </message>
    <message>
      <source>Smaller models can reduce demand for expensive hardware.</source>
      <translation>Kleinere Modelle können die Nachfrage nach teurer Hardware senken.</translation>
    </message>
    <message>
      <source>Efficiency can compress supplier revenue.</source>
      <translation>Effizienz kann den Umsatz der Lieferanten drücken.</translation>
    </message>
    <message>
      <source>Hyperscalers can internalize silicon.</source>
      <translation>Hyperscaler können Chips selbst bauen.</translation>
    </message>
    <message>
      <source>Broadcom and Marvell can win or lose depending on who captures design.</source>
      <translation>Broadcom und Marvell können gewinnen oder verlieren, je nachdem, wer sich den Entwurf aneignet.</translation>
    </message>
    <message>
      <source>Arista can face spending cycles.</source>
      <translation>Arista kann in Investitionszyklen geraten.</translation>
    </message>
    <message>
      <source>Credo and Coherent can be volatile.</source>
      <translation>Credo und Coherent können schwanken.</translation>
    </message>
    <message>
      <source>AMD can remain behind.</source>
      <translation>AMD kann zurückbleiben.</translation>
    </message>
    <message>
      <source>Palantir can be expensive.</source>
      <translation>Palantir kann teuer sein.</translation>
    </message>
    <message>
      <source>Nvidia's future margin can be questioned if customers seek alternatives.</source>
      <translation>Nvidias künftige Marge kann infrage stehen, wenn Kunden Alternativen suchen.</translation>
    </message>
    <message>
      <source>output per second</source>
      <translation>Ausgabe je Sekunde</translation>
    </message>
    <message>
      <source>energy per token</source>
      <translation>Energie je Token</translation>
    </message>
    <message>
      <source>end-to-end latency</source>
      <translation>Ende-zu-Ende-Latenz</translation>
    </message>
    <message>
      <source>every alert went to a person</source>
      <translation>jeder Alarm ging an einen Menschen</translation>
    </message>
    <message>
      <source>via cloud price sheets §8.3</source>
      <translation>über Cloud-Preisblätter §8.3</translation>
    </message>
    <message>
      <source>cloud price sheets §8.3</source>
      <translation>Cloud-Preisblätter §8.3</translation>
    </message>
    <message>
      <source>cloud price sheets §8.2</source>
      <translation>Cloud-Preisblätter §8.2</translation>
    </message>
    <message>
      <source>cloud price sheets §9.1</source>
      <translation>Cloud-Preisblätter §9.1</translation>
    </message>
    <message>
      <source>cloud price sheets §5</source>
      <translation>Cloud-Preisblätter §5</translation>
    </message>
    <message>
      <source>cloud price sheets §3/§5</source>
      <translation>Cloud-Preisblätter §3/§5</translation>
    </message>
    <message>
      <source>AMD page via cloud price sheets</source>
      <translation>AMD-Seite über Cloud-Preisblätter</translation>
    </message>
    <message>
      <source>siliconanalysts.com B200 cost breakdown and fourweekmba.com</source>
      <translation>B200-Kostenaufteilung von siliconanalysts.com und fourweekmba.com</translation>
    </message>
    <message>
      <source>capacity-weighted 1.47</source>
      <translation>nach Kapazität gewichtet 1.47</translation>
    </message>
    <message>
      <source>same kind of source</source>
      <translation>gleiche Art von Quelle</translation>
    </message>
    <message>
      <source>Uptime 2025 survey</source>
      <translation>Umfrage von Uptime 2025</translation>
    </message>
    <message>
      <source>Days in a month</source>
      <translation>Tage im Monat</translation>
    </message>
    <message>
      <source>Days in a year</source>
      <translation>Tage im Jahr</translation>
    </message>
    <message>
      <source>Seconds in a year</source>
      <translation>Sekunden im Jahr</translation>
    </message>
    <message>
      <source>30.42 days</source>
      <translation>30.42 Tage</translation>
    </message>
    <message>
      <source>365 days</source>
      <translation>365 Tage</translation>
    </message>
    <message>
      <source>31,536,000 s</source>
      <translation>31,536,000 s</translation>
    </message>
    <message>
      <source>counted</source>
      <translation>gezählt</translation>
    </message>
    <message>
      <source>counted from the shape</source>
      <translation>aus der Form gezählt</translation>
    </message>
    <message>
      <source>counted from the config</source>
      <translation>aus der Konfiguration gezählt</translation>
    </message>
    <message>
      <source>aiconfigurator-core 0.12.0 kernel tables</source>
      <translation>Kernel-Tabellen von aiconfigurator-core 0.12.0</translation>
    </message>
    <message>
      <source>one fit over engines</source>
      <translation>eine Anpassung über alle Engines</translation>
    </message>
    <message>
      <source>routed experts per token</source>
      <translation>geroutete Experten je Token</translation>
    </message>
    <message>
      <source>routed experts</source>
      <translation>geroutete Experten</translation>
    </message>
    <message>
      <source>checkpoint bytes = bits x counted parameters</source>
      <translation>Bytes des Checkpoints = Bits x gezählte Parameter</translation>
    </message>
    <message>
      <source>attention of the class</source>
      <translation>Attention der Klasse</translation>
    </message>
    <message>
      <source>layers that see the whole context</source>
      <translation>Schichten, die den ganzen Kontext sehen</translation>
    </message>
    <message>
      <source>total - active</source>
      <translation>gesamt - aktiv</translation>
    </message>
    <message>
      <source>x experts /</source>
      <translation>x Experten /</translation>
    </message>
    <message>
      <source>experts - routed</source>
      <translation>Experten - geroutete</translation>
    </message>
    <message>
      <source>counted =</source>
      <translation>gezählt =</translation>
    </message>
    <message>
      <source>layers with routed experts</source>
      <translation>Schichten mit gerouteten Experten</translation>
    </message>
    <message>
      <source>bytes read whatever is selected</source>
      <translation>gelesene Bytes, was immer gewählt wird</translation>
    </message>
    <message>
      <source>layers with a sliding window</source>
      <translation>Schichten mit gleitendem Fenster</translation>
    </message>
    <message>
      <source>the rest of the counted total</source>
      <translation>der Rest der gezählten Summe</translation>
    </message>
    <message>
      <source>0 where tied to the head</source>
      <translation>0, wo mit dem Kopf geteilt</translation>
    </message>
    <message>
      <source>index_topk or selected blocks</source>
      <translation>index_topk oder gewählte Blöcke</translation>
    </message>
    <message>
      <source>computed</source>
      <translation>berechnet</translation>
    </message>
    <message>
      <source>same</source>
      <translation>ebenso</translation>
    </message>
    <message>
      <source>coding prompts</source>
      <translation>Code-Prompts</translation>
    </message>
    <message>
      <source>temperature 1</source>
      <translation>Temperatur 1</translation>
    </message>
    <message>
      <source>switches and modules</source>
      <translation>Switches und Module</translation>
    </message>
    <message>
      <source>adapter apart</source>
      <translation>ohne Adapter</translation>
    </message>
    <message>
      <source>network adapter apart</source>
      <translation>ohne Netzadapter</translation>
    </message>
    <message>
      <source>fat tree</source>
      <translation>Fat Tree</translation>
    </message>
    <message>
      <source>3/R switches per endpoint in two tiers</source>
      <translation>3/R Switches je Endpunkt bei zwei Ebenen</translation>
    </message>
    <message>
      <source>5/R in three</source>
      <translation>5/R bei drei</translation>
    </message>
    <message>
      <source>modules at both ends of each link</source>
      <translation>Module an beiden Enden jedes Links</translation>
    </message>
    <message>
      <source>address not recorded</source>
      <translation>Adresse nicht festgehalten</translation>
    </message>
    <message>
      <source>addresses not recorded</source>
      <translation>Adressen nicht festgehalten</translation>
    </message>
    <message>
      <source>file not recorded</source>
      <translation>Datei nicht festgehalten</translation>
    </message>
    <message>
      <source>autumn 2026</source>
      <translation>Herbst 2026</translation>
    </message>
    <message>
      <source>log-normal fit</source>
      <translation>Lognormal-Anpassung</translation>
    </message>
    <message>
      <source>log-normal fit of the same traces</source>
      <translation>Lognormal-Anpassung derselben Traces</translation>
    </message>
    <message>
      <source>cloud price sheets</source>
      <translation>Cloud-Preisblätter</translation>
    </message>
    <message>
      <source>all-reduce to 64 MB over 2-8</source>
      <translation>All-Reduce bis 64 MB über 2-8</translation>
    </message>
    <message>
      <source>kernels in graphs</source>
      <translation>Kernel in Graphen</translation>
    </message>
    <message>
      <source>decode attention</source>
      <translation>Decode-Attention</translation>
    </message>
    <message>
      <source>causal prefill</source>
      <translation>kausaler Prefill</translation>
    </message>
    <message>
      <source>theory section 5</source>
      <translation>Theorie, Abschnitt 5</translation>
    </message>
    <message>
      <source>theory</source>
      <translation>Theorie</translation>
    </message>
    <message>
      <source>rounded</source>
      <translation>gerundet</translation>
    </message>
    <message>
      <source>unpublished</source>
      <translation>unveröffentlicht</translation>
    </message>
    <message>
      <source>cluster price sheet of 2024-08</source>
      <translation>Cluster-Preisblatt von 2024-08</translation>
    </message>
    <message>
      <source>model name / model card</source>
      <translation>Modellname / Modellkarte</translation>
    </message>
    <message>
      <source>each a mixer or an FFN</source>
      <translation>jeder ein Mixer oder ein FFN</translation>
    </message>
    <message>
      <source>two make a layer</source>
      <translation>zwei bilden eine Schicht</translation>
    </message>
    <message>
      <source>low-latency dispatch and combine</source>
      <translation>Dispatch und Combine mit niedriger Latenz</translation>
    </message>
    <message>
      <source>computed from the CSV</source>
      <translation>aus der CSV berechnet</translation>
    </message>
    <message>
      <source>translated copy</source>
      <translation>übersetzte Kopie</translation>
    </message>
    <message>
      <source>estimate</source>
      <translation>Schätzwert</translation>
    </message>
    <message>
      <source>busiest hour over mean</source>
      <translation>Spitzenstunde zu Mittel</translation>
    </message>
    <message>
      <source>share of the limit</source>
      <translation>Anteil der Grenze</translation>
    </message>
    <message>
      <source>same list</source>
      <translation>dieselbe Liste</translation>
    </message>
    <message>
      <source>read</source>
      <translation>gelesen</translation>
    </message>
    <message>
      <source>one server</source>
      <translation>ein Server</translation>
    </message>
    <message>
      <source>at 1.08 $ a euro</source>
      <translation>bei 1.08 $ je Euro</translation>
    </message>
    <message>
      <source>the case</source>
      <translation>der Fall</translation>
    </message>
    <message>
      <source>public price page</source>
      <translation>öffentliche Preisseite</translation>
    </message>
    <message>
      <source>aiconfigurator's board power under matrix products</source>
      <translation>Board-Leistung bei Matrixprodukten laut aiconfigurator</translation>
    </message>
    <message>
      <source>count from notebook text</source>
      <translation>Zahl aus dem Text des Notebooks</translation>
    </message>
    <message>
      <source>shape digitised from the figure</source>
      <translation>Form aus der Abbildung digitalisiert</translation>
    </message>
    <message>
      <source>the traces behind the InferenceX multi-turn benchmark</source>
      <translation>die Traces hinter dem Multi-Turn-Benchmark von InferenceX</translation>
    </message>
    <message>
      <source>rack price over accelerators</source>
      <translation>Rackpreis geteilt durch Beschleuniger</translation>
    </message>
    <message>
      <source>announced figures</source>
      <translation>angekündigte Werte</translation>
    </message>
    <message>
      <source>same generation</source>
      <translation>gleiche Generation</translation>
    </message>
    <message>
      <source>input tokens minus prefix hit</source>
      <translation>Eingabetoken minus Präfix-Treffer</translation>
    </message>
    <message>
      <source>from AMD part</source>
      <translation>von einem AMD-Teil</translation>
    </message>
    <message>
      <source>timed only in large BF16 products</source>
      <translation>nur in großen BF16-Produkten gemessen</translation>
    </message>
    <message>
      <source>timed only in large products</source>
      <translation>nur in großen Produkten gemessen</translation>
    </message>
    <message>
      <source>the rest is H100's times 0.9</source>
      <translation>der Rest ist der von H100 mal 0.9</translation>
    </message>
    <message>
      <source>the rest H100's times 0.9</source>
      <translation>der Rest der von H100 mal 0.9</translation>
    </message>
    <message>
      <source>the rest H100's x 0.9</source>
      <translation>der Rest der von H100 x 0.9</translation>
    </message>
    <message>
      <source>H100's times 0.85</source>
      <translation>der von H100 mal 0.85</translation>
    </message>
    <message>
      <source>L40S's times 0.9</source>
      <translation>der von L40S mal 0.9</translation>
    </message>
    <message>
      <source>from Apple GPU</source>
      <translation>von einer Apple-GPU</translation>
    </message>
    <message>
      <source>from Gaudi</source>
      <translation>von Gaudi</translation>
    </message>
    <message>
      <source>from TPU</source>
      <translation>von TPU</translation>
    </message>
    <message>
      <source>from no kernel timings are public</source>
      <translation>keine Kernel-Messungen öffentlich</translation>
    </message>
    <message>
      <source>no kernel timings are public</source>
      <translation>keine Kernel-Messungen öffentlich</translation>
    </message>
    <message>
      <source>copies and links from TPU7x</source>
      <translation>Kopien und Links von TPU7x</translation>
    </message>
    <message>
      <source>products</source>
      <translation>Produkte</translation>
    </message>
    <message>
      <source>large products from MI355X</source>
      <translation>große Produkte von MI355X</translation>
    </message>
    <message>
      <source>Credo 88 % of active electrical cables</source>
      <translation>Credo 88 % der aktiven elektrischen Kabel</translation>
    </message>
    <message>
      <source>50 % for a custom part against 70 % of a merchant's</source>
      <translation>50 % für ein kundeneigenes Teil gegen 70 % bei einem frei verkauften</translation>
    </message>
    <message>
      <source>6,400 $ in all</source>
      <translation>6,400 $ insgesamt</translation>
    </message>
    <message>
      <source>every link is optical</source>
      <translation>jeder Link ist optisch</translation>
    </message>
    <message>
      <source>secondary</source>
      <translation>sekundär</translation>
    </message>
    <message>
      <source>list prices</source>
      <translation>Listenpreise</translation>
    </message>
    <message>
      <source>power of 2x800G and 3x1.6T modules and switches</source>
      <translation>Leistung von 2x800G- und 3x1.6T-Modulen und Switches</translation>
    </message>
    <message>
      <source>split as in an H100 server</source>
      <translation>Aufteilung wie in einem H100-Server</translation>
    </message>
    <message>
      <source>77 % accelerator</source>
      <translation>77 % Beschleuniger</translation>
    </message>
    <message>
      <source>23 % the rest</source>
      <translation>23 % der Rest</translation>
    </message>
    <message>
      <source>same trace</source>
      <translation>dieselbe Trace</translation>
    </message>
    <message>
      <source>same traces</source>
      <translation>dieselben Traces</translation>
    </message>
    <message>
      <source>lengths of the Azure 2023 conversation trace</source>
      <translation>Längen der Konversations-Trace von Azure 2023</translation>
    </message>
    <message>
      <source>no scale-up link</source>
      <translation>kein Scale-up-Link</translation>
    </message>
    <message>
      <source>switches 2,812 $ and optics 3,800 $ each</source>
      <translation>je Switches 2,812 $ und Optik 3,800 $</translation>
    </message>
    <message>
      <source>switches 1,687 $ and cables and optics 2,560 $ each</source>
      <translation>je Switches 1,687 $ sowie Kabel und Optik 2,560 $</translation>
    </message>
    <message>
      <source>module bill of materials of that source</source>
      <translation>Modulstückliste jener Quelle</translation>
    </message>
    <message>
      <source>split between logic and packaging a guess</source>
      <translation>Aufteilung auf Logik und Packaging geschätzt</translation>
    </message>
    <message>
      <source>minus it</source>
      <translation>minus diesem</translation>
    </message>
    <message>
      <source>primary fixed-length scenario</source>
      <translation>Hauptszenario mit festen Längen</translation>
    </message>
    <message>
      <source>output of 2023</source>
      <translation>Ausgabe von 2023</translation>
    </message>
    <message>
      <source>custom AI parts by 2027</source>
      <translation>kundeneigene KI-Teile bis 2027</translation>
    </message>
    <message>
      <source>one port of a 100G leaf and its cable</source>
      <translation>ein Port eines 100G-Leafs und sein Kabel</translation>
    </message>
    <message>
      <source>a leaf port and its copper</source>
      <translation>ein Leaf-Port und sein Kupfer</translation>
    </message>
    <message>
      <source>one leaf port and copper</source>
      <translation>ein Leaf-Port und Kupfer</translation>
    </message>
    <message>
      <source>same shape</source>
      <translation>gleiche Form</translation>
    </message>
    <message>
      <source>as a shape</source>
      <translation>als Form</translation>
    </message>
    <message>
      <source>same chip</source>
      <translation>gleicher Chip</translation>
    </message>
    <message>
      <source>same silicon</source>
      <translation>gleiches Silizium</translation>
    </message>
    <message>
      <source>same page</source>
      <translation>dieselbe Seite</translation>
    </message>
    <message>
      <source>as parts that state both</source>
      <translation>wie Teile, die beides angeben</translation>
    </message>
    <message>
      <source>two public pages</source>
      <translation>zwei öffentliche Seiten</translation>
    </message>
    <message>
      <source>throughput</source>
      <translation>Durchsatz</translation>
    </message>
    <message>
      <source>the scale-up copper is in the price of the rack</source>
      <translation>das Scale-up-Kupfer steckt im Preis des Racks</translation>
    </message>
    <message>
      <source>links between racks of a torus through optical circuit switches</source>
      <translation>Links zwischen Racks eines Torus über optische Durchschalter</translation>
    </message>
    <message>
      <source>times its price</source>
      <translation>mal seinem Preis</translation>
    </message>
    <message>
      <source>one to eight servers</source>
      <translation>ein bis acht Server</translation>
    </message>
    <message>
      <source>no network beyond the server</source>
      <translation>kein Netz über den Server hinaus</translation>
    </message>
    <message>
      <source>set to the total of theory section 5</source>
      <translation>auf die Summe der Theorie, Abschnitt 5, gesetzt</translation>
    </message>
    <message>
      <source>within it set to the total of theory section 5</source>
      <translation>darin auf die Summe der Theorie, Abschnitt 5, gesetzt</translation>
    </message>
    <message>
      <source>seen in a public file</source>
      <translation>in einer öffentlichen Datei gesehen</translation>
    </message>
    <message>
      <source>fitted on closed-loop benchmarks</source>
      <translation>an Closed-Loop-Benchmarks angepasst</translation>
    </message>
    <message>
      <source>all engines alike</source>
      <translation>alle Engines gleich</translation>
    </message>
    <message>
      <source>conversation</source>
      <translation>Konversation</translation>
    </message>
    <message>
      <source>coding</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>coding 3.01</source>
      <translation>Code 3.01</translation>
    </message>
    <message>
      <source>AMD 41.3 % of x86 server revenue</source>
      <translation>AMD 41.3 % des x86-Serverumsatzes</translation>
    </message>
    <message>
      <source>Arm 9 % of revenue</source>
      <translation>Arm 9 % des Umsatzes</translation>
    </message>
    <message>
      <source>link of its generation</source>
      <translation>Link seiner Generation</translation>
    </message>
    <message>
      <source>link of a rack of 72 of its generation</source>
      <translation>Link eines 72er-Racks seiner Generation</translation>
    </message>
    <message>
      <source>bandwidth of its generation</source>
      <translation>Bandbreite seiner Generation</translation>
    </message>
    <message>
      <source>memory of its generation</source>
      <translation>Speicher seiner Generation</translation>
    </message>
    <message>
      <source>planning rate</source>
      <translation>Planwert</translation>
    </message>
    <message>
      <source>two of a hundred a year</source>
      <translation>zwei von hundert im Jahr</translation>
    </message>
    <message>
      <source>one picture of about 1,300 tokens and a question</source>
      <translation>ein Bild von etwa 1,300 Token und eine Frage</translation>
    </message>
    <message>
      <source>the trace's rate spread over 10,000 users</source>
      <translation>Rate der Trace auf 10,000 Nutzer verteilt</translation>
    </message>
    <message>
      <source>fitted to measured energy of serving</source>
      <translation>an gemessene Energie des Bedienens angepasst</translation>
    </message>
    <message>
      <source>Mastercard claims 20 % better detection on average</source>
      <translation>Mastercard nennt im Mittel 20 % bessere Erkennung</translation>
    </message>
    <message>
      <source>5 points assumed</source>
      <translation>5 Punkte angenommen</translation>
    </message>
    <message>
      <source>from Blackwell boards</source>
      <translation>von Blackwell-Boards</translation>
    </message>
    <message>
      <source>from Hopper boards</source>
      <translation>von Hopper-Boards</translation>
    </message>
    <message>
      <source>from Ampere boards</source>
      <translation>von Ampere-Boards</translation>
    </message>
    <message>
      <source>a second contact</source>
      <translation>ein zweiter Kontakt</translation>
    </message>
    <message>
      <source>rule book and account history shared by calls</source>
      <translation>Regelwerk und Kontohistorie, von Aufrufen geteilt</translation>
    </message>
    <message>
      <source>the wafer is one device</source>
      <translation>der Wafer ist ein Gerät</translation>
    </message>
    <message>
      <source>its network ports</source>
      <translation>seine Netzports</translation>
    </message>
    <message>
      <source>its 30 % over all products</source>
      <translation>seine 30 % über alle Produkte</translation>
    </message>
    <message>
      <source>its 20-25 % over all products</source>
      <translation>seine 20-25 % über alle Produkte</translation>
    </message>
    <message>
      <source>below its 47 % over all products</source>
      <translation>unter seinen 47 % über alle Produkte</translation>
    </message>
    <message>
      <source>below Broadcom</source>
      <translation>unter Broadcom</translation>
    </message>
    <message>
      <source>above back-end houses</source>
      <translation>über Back-End-Häusern</translation>
    </message>
    <message>
      <source>between back-end houses and Broadcom</source>
      <translation>zwischen Back-End-Häusern und Broadcom</translation>
    </message>
    <message>
      <source>a back-end house</source>
      <translation>ein Back-End-Haus</translation>
    </message>
    <message>
      <source>vLLM 0.9 of total</source>
      <translation>vLLM 0.9 des gesamten</translation>
    </message>
    <message>
      <source>TensorRT-LLM 0.9 of free</source>
      <translation>TensorRT-LLM 0.9 des freien</translation>
    </message>
    <message>
      <source>section 6.3 of a research note</source>
      <translation>Abschnitt 6.3 einer Forschungsnotiz</translation>
    </message>
    <message>
      <source>section 6.5 of a research note</source>
      <translation>Abschnitt 6.5 einer Forschungsnotiz</translation>
    </message>
    <message>
      <source>section 1.1 of a research note</source>
      <translation>Abschnitt 1.1 einer Forschungsnotiz</translation>
    </message>
    <message>
      <source>quoted in a public page</source>
      <translation>auf einer öffentlichen Seite zitiert</translation>
    </message>
    <message>
      <source>dense</source>
      <translation>dicht</translation>
    </message>
    <message>
      <source>abstract seen</source>
      <translation>Abstract gesehen</translation>
    </message>
    <message>
      <source>60 % of the layer taken as retimed</source>
      <translation>60 % der Schicht als Retimer-Kupfer angenommen</translation>
    </message>
    <message>
      <source>clerical work with overheads</source>
      <translation>Büroarbeit mit Gemeinkosten</translation>
    </message>
    <message>
      <source>specialist with overheads</source>
      <translation>Fachkraft mit Gemeinkosten</translation>
    </message>
    <message>
      <source>developer with overheads</source>
      <translation>Entwickler mit Gemeinkosten</translation>
    </message>
    <message>
      <source>US office work with overheads</source>
      <translation>Büroarbeit in den USA mit Gemeinkosten</translation>
    </message>
    <message>
      <source>retail contract</source>
      <translation>Endkundenvertrag</translation>
    </message>
    <message>
      <source>middle of retail contract and lowest on-demand</source>
      <translation>Mitte aus Endkundenvertrag und niedrigstem On-Demand-Preis</translation>
    </message>
    <message>
      <source>infinite cache</source>
      <translation>unendlicher Cache</translation>
    </message>
    <message>
      <source>the maker gives no such rate</source>
      <translation>der Hersteller gibt keine solche Rate an</translation>
    </message>
    <message>
      <source>geometric mean of Mooncake's tool agent 8.6k and a coding agent's 122k</source>
      <translation>geometrisches Mittel aus Mooncakes Werkzeugagent 8.6k und einem Coding-Agenten 122k</translation>
    </message>
    <message>
      <source>public page</source>
      <translation>öffentliche Seite</translation>
    </message>
    <message>
      <source>logic 900</source>
      <translation>Logik 900</translation>
    </message>
    <message>
      <source>packaging 1,100</source>
      <translation>Packaging 1,100</translation>
    </message>
    <message>
      <source>yield loss 1,000</source>
      <translation>Ausbeuteverlust 1,000</translation>
    </message>
    <message>
      <source>other 500</source>
      <translation>Übriges 500</translation>
    </message>
    <message>
      <source>logic 300</source>
      <translation>Logik 300</translation>
    </message>
    <message>
      <source>test 920</source>
      <translation>Test 920</translation>
    </message>
    <message>
      <source>module 4,250</source>
      <translation>Modul 4,250</translation>
    </message>
    <message>
      <source>module 8,000</source>
      <translation>Modul 8,000</translation>
    </message>
    <message>
      <source>whoever finances machines and building</source>
      <translation>wer Maschinen und Gebäude finanziert</translation>
    </message>
    <message>
      <source>whoever sells the tokens</source>
      <translation>wer die Token verkauft</translation>
    </message>
    <message>
      <source>whoever serves the site</source>
      <translation>wer den Standort versorgt</translation>
    </message>
    <message>
      <source>whoever rents the machines out</source>
      <translation>wer die Maschinen vermietet</translation>
    </message>
    <message>
      <source>TSMC 99 % of wafers of custom AI parts</source>
      <translation>TSMC 99 % der Wafer kundeneigener KI-Teile</translation>
    </message>
    <message>
      <source>merchant parts at the leading edge alike</source>
      <translation>frei verkaufte Teile an der Spitze ebenso</translation>
    </message>
    <message>
      <source>a block of threads per sequence and query head</source>
      <translation>ein Threadblock je Sequenz und Query-Kopf</translation>
    </message>
    <message>
      <source>working days of a month</source>
      <translation>Arbeitstage eines Monats</translation>
    </message>
    <message>
      <source>2,812.5 of 6,612.5 $ are switches</source>
      <translation>2,812.5 von 6,612.5 $ sind Switches</translation>
    </message>
    <message>
      <source>1,687.5 of 4,247.5 $ are switches</source>
      <translation>1,687.5 von 4,247.5 $ sind Switches</translation>
    </message>
    <message>
      <source>every day</source>
      <translation>jeden Tag</translation>
    </message>
    <message>
      <source>new hall</source>
      <translation>neue Halle</translation>
    </message>
    <message>
      <source>hot summers</source>
      <translation>heiße Sommer</translation>
    </message>
    <message>
      <source>as a pluggable module</source>
      <translation>wie ein steckbares Modul</translation>
    </message>
    <message>
      <source>a re-fetch did not find the band on the cited page</source>
      <translation>ein erneuter Abruf fand die Spanne auf der zitierten Seite nicht</translation>
    </message>
    <message>
      <source>median 2,730</source>
      <translation>Median 2,730</translation>
    </message>
    <message>
      <source>median 1,900 times mean over median of 2023</source>
      <translation>Median 1,900 mal Mittel zu Median von 2023</translation>
    </message>
    <message>
      <source>median 930 times mean over median of 2023</source>
      <translation>Median 930 mal Mittel zu Median von 2023</translation>
    </message>
    <message>
      <source>$100 sale at 40 % margin</source>
      <translation>Verkauf über $100 bei 40 % Marge</translation>
    </message>
    <message>
      <source>no host lists one</source>
      <translation>kein Anbieter nennt einen</translation>
    </message>
    <message>
      <source>no lower price listed</source>
      <translation>kein niedrigerer Preis gelistet</translation>
    </message>
    <message>
      <source>listed per token</source>
      <translation>je Token gelistet</translation>
    </message>
    <message>
      <source>base rate among alerts 0.10</source>
      <translation>Grundrate unter Alarmen 0.10</translation>
    </message>
    <message>
      <source>some minutes to find and mend</source>
      <translation>einige Minuten zum Finden und Beheben</translation>
    </message>
    <message>
      <source>to find and mend an entry</source>
      <translation>einen Eintrag finden und beheben</translation>
    </message>
    <message>
      <source>two dies</source>
      <translation>zwei Dies</translation>
    </message>
    <message>
      <source>one product reaches half</source>
      <translation>ein Produkt erreicht die Hälfte</translation>
    </message>
    <message>
      <source>as an H100 server</source>
      <translation>wie ein H100-Server</translation>
    </message>
    <message>
      <source>on-chip memory is fed by the compiler's schedule</source>
      <translation>der On-Chip-Speicher folgt dem Plan des Compilers</translation>
    </message>
    <message>
      <source>published speeds stay far below peak</source>
      <translation>veröffentlichte Tempi bleiben weit unter der Spitze</translation>
    </message>
    <message>
      <source>world survey</source>
      <translation>weltweite Umfrage</translation>
    </message>
    <message>
      <source>four switch chips or links and their board</source>
      <translation>vier Switch-Chips oder Links und ihr Board</translation>
    </message>
    <message>
      <source>new liquid-cooled AI hall</source>
      <translation>neue KI-Halle mit Flüssigkühlung</translation>
    </message>
    <message>
      <source>idle over nameplate</source>
      <translation>Leerlauf zu Nennleistung</translation>
    </message>
    <message>
      <source>published tables run 0.1-0.5</source>
      <translation>veröffentlichte Tabellen reichen von 0.1 bis 0.5</translation>
    </message>
    <message>
      <source>pattern by rule</source>
      <translation>Muster nach Regel</translation>
    </message>
    <message>
      <source>not measured</source>
      <translation>nicht gemessen</translation>
    </message>
    <message>
      <source>public files of October 2026</source>
      <translation>öffentliche Dateien vom Oktober 2026</translation>
    </message>
    <message>
      <source>realisation 0.3-0.7</source>
      <translation>Realisierung 0.3-0.7</translation>
    </message>
    <message>
      <source>its default</source>
      <translation>seine Vorgabe</translation>
    </message>
    <message>
      <source>dispatch and combine over NVLink</source>
      <translation>Dispatch und Combine über NVLink</translation>
    </message>
    <message>
      <source>a CS-3 system is one device</source>
      <translation>ein CS-3-System ist ein Gerät</translation>
    </message>
    <message>
      <source>the price is that of the whole CS-3 system</source>
      <translation>der Preis ist der des ganzen CS-3-Systems</translation>
    </message>
    <message>
      <source>B200's FLOP per watt at 700 W</source>
      <translation>FLOP je Watt der B200 bei 700 W</translation>
    </message>
    <message>
      <source>theory performance 4</source>
      <translation>Theorie der Leistung 4</translation>
    </message>
    <message>
      <source>theory performance 2.5</source>
      <translation>Theorie der Leistung 2.5</translation>
    </message>
    <message>
      <source>theory performance 2.7</source>
      <translation>Theorie der Leistung 2.7</translation>
    </message>
    <message>
      <source>best matrix product of ml-engineering</source>
      <translation>bestes Matrixprodukt von ml-engineering</translation>
    </message>
    <message>
      <source>times 0.97 for the median shape</source>
      <translation>mal 0.97 für die mittlere Form</translation>
    </message>
    <message>
      <source>makers selling direct 59.4 %</source>
      <translation>Hersteller im Direktverkauf 59.4 %</translation>
    </message>
    <message>
      <source>the eight cards of a server meet over PCIe</source>
      <translation>die acht Karten eines Servers treffen sich über PCIe</translation>
    </message>
    <message>
      <source>at the measured efficiency</source>
      <translation>bei der gemessenen Effizienz</translation>
    </message>
    <message>
      <source>Cushman &amp; Wakefield via same page</source>
      <translation>Cushman &amp; Wakefield über dieselbe Seite</translation>
    </message>
    <message>
      <source>shares of the limit at peak rate</source>
      <translation>Anteile der Grenze bei Spitzenrate</translation>
    </message>
    <message>
      <source>no adapter</source>
      <translation>kein Adapter</translation>
    </message>
    <message>
      <source>no adapter of its own</source>
      <translation>kein eigener Adapter</translation>
    </message>
    <message>
      <source>usual adapter</source>
      <translation>üblicher Adapter</translation>
    </message>
    <message>
      <source>cannot be told from step time on equal depths</source>
      <translation>bei gleichen Tiefen nicht von der Schrittzeit zu trennen</translation>
    </message>
    <message>
      <source>two versions</source>
      <translation>zwei Fassungen</translation>
    </message>
    <message>
      <source>set to the $0.02 a draft of theory section 5</source>
      <translation>auf die $0.02 je Entwurf der Theorie, Abschnitt 5, gesetzt</translation>
    </message>
    <message>
      <source>lengths drawn evenly from 0.8 to 1.0 of nominal</source>
      <translation>Längen gleichverteilt von 0.8 bis 1.0 der nominalen</translation>
    </message>
    <message>
      <source>mean share of the limit over Ampere</source>
      <translation>mittlerer Anteil der Grenze über Ampere</translation>
    </message>
    <message>
      <source>Hopper and Blackwell</source>
      <translation>Hopper und Blackwell</translation>
    </message>
    <message>
      <source>agents call in trains</source>
      <translation>Agenten rufen in Serien auf</translation>
    </message>
    <message>
      <source>clock</source>
      <translation>Takt</translation>
    </message>
    <message>
      <source>tensor rates from memory</source>
      <translation>Tensorraten aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>driver's listing of loaded</source>
      <translation>Treiberliste geladener</translation>
    </message>
    <message>
      <source>idle B200 boards</source>
      <translation>unbeschäftigter B200-Boards</translation>
    </message>
    <message>
      <source>four to a server</source>
      <translation>vier je Server</translation>
    </message>
    <message>
      <source>owning cost inverted</source>
      <translation>Besitzkosten zurückgerechnet</translation>
    </message>
    <message>
      <source>SemiAnalysis owning cost inverted at 5 years</source>
      <translation>Besitzkosten von SemiAnalysis, bei 5 Jahren zurückgerechnet</translation>
    </message>
    <message>
      <source>75 % of teams using AI gain 6 days or more</source>
      <translation>75 % der Teams mit KI gewinnen 6 Tage oder mehr</translation>
    </message>
    <message>
      <source>a vendor's survey tells 41 %</source>
      <translation>die Umfrage eines Anbieters nennt 41 %</translation>
    </message>
    <message>
      <source>13 % of the limit</source>
      <translation>13 % der Grenze</translation>
    </message>
    <message>
      <source>between Hopper and Blackwell</source>
      <translation>zwischen Hopper und Blackwell</translation>
    </message>
    <message>
      <source>between H100 and B200</source>
      <translation>zwischen H100 und B200</translation>
    </message>
    <message>
      <source>a verdict</source>
      <translation>ein Urteil</translation>
    </message>
    <message>
      <source>vLLM and SGLang make way</source>
      <translation>vLLM und SGLang weichen</translation>
    </message>
    <message>
      <source>the instruction alone</source>
      <translation>die Anweisung allein</translation>
    </message>
    <message>
      <source>human review usually costs a hundred times the tokens</source>
      <translation>menschliche Prüfung kostet meist das Hundertfache der Token</translation>
    </message>
    <message>
      <source>from H100 SXM</source>
      <translation>von H100 SXM</translation>
    </message>
    <message>
      <source>from A100 SXM</source>
      <translation>von A100 SXM</translation>
    </message>
    <message>
      <source>from L40S</source>
      <translation>von L40S</translation>
    </message>
    <message>
      <source>from RTX PRO 6000</source>
      <translation>von RTX PRO 6000</translation>
    </message>
    <message>
      <source>from GB300</source>
      <translation>von GB300</translation>
    </message>
    <message>
      <source>the generation before</source>
      <translation>die Generation davor</translation>
    </message>
    <message>
      <source>at most 1,024 of them</source>
      <translation>höchstens 1,024 davon</translation>
    </message>
    <message>
      <source>memory on the die</source>
      <translation>Speicher auf dem Die</translation>
    </message>
    <message>
      <source>lower end of ConnectX-7</source>
      <translation>unteres Ende von ConnectX-7</translation>
    </message>
    <message>
      <source>lower end of ConnectX-8</source>
      <translation>unteres Ende von ConnectX-8</translation>
    </message>
    <message>
      <source>coding agent traces of kv-cache-tester</source>
      <translation>Traces von Coding-Agenten aus kv-cache-tester</translation>
    </message>
    <message>
      <source>an office rhythm</source>
      <translation>ein Bürorhythmus</translation>
    </message>
    <message>
      <source>queue emptied at a constant rate</source>
      <translation>Warteschlange mit konstanter Rate geleert</translation>
    </message>
    <message>
      <source>typing and filing of one document</source>
      <translation>Abtippen und Ablegen eines Dokuments</translation>
    </message>
    <message>
      <source>1,720 W with modules at the most</source>
      <translation>1,720 W mit Modulen als Höchstwert</translation>
    </message>
    <message>
      <source>700 and 750 W in public pages</source>
      <translation>700 und 750 W auf öffentlichen Seiten</translation>
    </message>
    <message>
      <source>rate derived</source>
      <translation>Rate abgeleitet</translation>
    </message>
    <message>
      <source>order of magnitude only</source>
      <translation>nur Größenordnung</translation>
    </message>
    <message>
      <source>boards hold 1.07 times the name's GB</source>
      <translation>Boards enthalten das 1.07-Fache der GB im Namen</translation>
    </message>
    <message>
      <source>0.9 of what is free once weights are loaded</source>
      <translation>0.9 dessen, was nach dem Laden der Gewichte frei ist</translation>
    </message>
    <message>
      <source>set so that the case comes to its total in theory section 5</source>
      <translation>so gesetzt, dass der Fall auf seine Summe in der Theorie, Abschnitt 5, kommt</translation>
    </message>
    <message>
      <source>set so that a contact comes to the $1.94 of theory section 5</source>
      <translation>so gesetzt, dass ein Kontakt auf die $1.94 der Theorie, Abschnitt 5, kommt</translation>
    </message>
    <message>
      <source>enterprise SSD sales of 2025-Q3</source>
      <translation>Absatz von Enterprise-SSD 2025-Q3</translation>
    </message>
    <message>
      <source>1.7 of a 51.2T white box of 50,000 $</source>
      <translation>das 1.7-Fache einer 51.2T-White-Box zu 50,000 $</translation>
    </message>
    <message>
      <source>1.8 of an 800G adapter</source>
      <translation>das 1.8-Fache eines 800G-Adapters</translation>
    </message>
    <message>
      <source>a paragraph</source>
      <translation>ein Absatz</translation>
    </message>
    <message>
      <source>memory of unknown kind taken as HBM2E</source>
      <translation>Speicher unbekannter Art als HBM2E angenommen</translation>
    </message>
    <message>
      <source>an agent or a retry loop takes several</source>
      <translation>ein Agent oder eine Wiederholschleife braucht mehrere</translation>
    </message>
    <message>
      <source>the cases of the theory 1.3</source>
      <translation>die Fälle der Theorie 1.3</translation>
    </message>
    <message>
      <source>used with MI355X</source>
      <translation>mit MI355X verwendet</translation>
    </message>
    <message>
      <source>output of the whole trace</source>
      <translation>Ausgabe der ganzen Trace</translation>
    </message>
    <message>
      <source>systems that submit</source>
      <translation>Systeme, die einreichen</translation>
    </message>
    <message>
      <source>applications</source>
      <translation>Anwendungen</translation>
    </message>
    <message>
      <source>some 60 steps for half an hour of a developer</source>
      <translation>rund 60 Schritte für eine halbe Entwicklerstunde</translation>
    </message>
    <message>
      <source>a defect found in review</source>
      <translation>ein im Review gefundener Fehler</translation>
    </message>
    <message>
      <source>exact count seen in public files</source>
      <translation>genaue Zahl in öffentlichen Dateien gesehen</translation>
    </message>
    <message>
      <source>one latent for all heads</source>
      <translation>ein latenter Vektor für alle Köpfe</translation>
    </message>
    <message>
      <source>draw over nameplate of an AI server</source>
      <translation>Leistungsaufnahme zu Nennleistung eines KI-Servers</translation>
    </message>
    <message>
      <source>14 % more issues an hour in support</source>
      <translation>14 % mehr Fälle je Stunde im Support</translation>
    </message>
    <message>
      <source>14 % more issues an hour</source>
      <translation>14 % mehr Fälle je Stunde</translation>
    </message>
    <message>
      <source>35 % for novices</source>
      <translation>35 % bei Neulingen</translation>
    </message>
    <message>
      <source>hourly requests digitised from the figures of the notebook that accompanies them</source>
      <translation>stündliche Anfragen, aus den Abbildungen des begleitenden Notebooks digitalisiert</translation>
    </message>
    <message>
      <source>scaled to its printed totals</source>
      <translation>auf dessen gedruckte Summen skaliert</translation>
    </message>
    <message>
      <source>$5-20 a case</source>
      <translation>$5-20 je Fall</translation>
    </message>
    <message>
      <source>a whole computer</source>
      <translation>ein ganzer Rechner</translation>
    </message>
    <message>
      <source>its processor on the same die</source>
      <translation>sein Prozessor auf demselben Die</translation>
    </message>
    <message>
      <source>missed events are in the detection already</source>
      <translation>übersehene Ereignisse stecken schon in der Erkennung</translation>
    </message>
    <message>
      <source>increment of a model over a solver in place</source>
      <translation>Zuwachs eines Modells über einen vorhandenen Solver</translation>
    </message>
    <message>
      <source>half a mile</source>
      <translation>eine halbe Meile</translation>
    </message>
    <message>
      <source>nothing is known of its cache</source>
      <translation>über seinen Cache ist nichts bekannt</translation>
    </message>
    <message>
      <source>3.62 input per output token and 4,989 cached tokens per output</source>
      <translation>3.62 Eingabe je Ausgabetoken und 4,989 Cache-Token je Ausgabe</translation>
    </message>
    <message>
      <source>as the ring's 179 GB/s</source>
      <translation>wie die 179 GB/s des Rings</translation>
    </message>
    <message>
      <source>179 GB/s on a 2x2 ring</source>
      <translation>179 GB/s auf einem 2x2-Ring</translation>
    </message>
    <message>
      <source>which uses two of three axes</source>
      <translation>der zwei von drei Achsen nutzt</translation>
    </message>
    <message>
      <source>a cube uses all</source>
      <translation>ein Würfel nutzt alle</translation>
    </message>
    <message>
      <source>others from memory</source>
      <translation>übrige aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>Marvell 8 % of custom AI parts by 2027</source>
      <translation>Marvell 8 % kundeneigener KI-Teile bis 2027</translation>
    </message>
    <message>
      <source>small plants $10k/h</source>
      <translation>kleine Werke $10k/h</translation>
    </message>
    <message>
      <source>an automotive plant $2.3M/h</source>
      <translation>ein Automobilwerk $2.3M/h</translation>
    </message>
    <message>
      <source>most questions would not have been worth asking</source>
      <translation>die meisten Fragen wären den Aufwand nicht wert gewesen</translation>
    </message>
    <message>
      <source>older ones are higher</source>
      <translation>ältere liegen höher</translation>
    </message>
    <message>
      <source>German law asks for 1.2 of new halls from 2026</source>
      <translation>deutsches Recht verlangt 1.2 von neuen Hallen ab 2026</translation>
    </message>
    <message>
      <source>mean per conversation</source>
      <translation>Mittel je Gespräch</translation>
    </message>
    <message>
      <source>0.963 by tokens</source>
      <translation>0.963 nach Token</translation>
    </message>
    <message>
      <source>power from memory</source>
      <translation>Leistung aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>the same in every hour</source>
      <translation>in jeder Stunde gleich</translation>
    </message>
    <message>
      <source>by definition</source>
      <translation>nach Definition</translation>
    </message>
    <message>
      <source>chip-to-chip links</source>
      <translation>Chip-zu-Chip-Links</translation>
    </message>
    <message>
      <source>what the name says</source>
      <translation>was der Name sagt</translation>
    </message>
    <message>
      <source>H100 1,350 $ for 80 GB</source>
      <translation>H100 1,350 $ für 80 GB</translation>
    </message>
    <message>
      <source>split inside from memory</source>
      <translation>innere Aufteilung aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>split from memory</source>
      <translation>Aufteilung aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>split of makers from memory</source>
      <translation>Aufteilung der Hersteller aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>only the uplift over the baseline counts</source>
      <translation>nur der Zuwachs über den Ausgangsstand zählt</translation>
    </message>
    <message>
      <source>rent over that of H100</source>
      <translation>Miete zu der von H100</translation>
    </message>
    <message>
      <source>list rent over that of H100</source>
      <translation>Listenmiete zu der von H100</translation>
    </message>
    <message>
      <source>rent from memory</source>
      <translation>Miete aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>copies of 256 MB and more</source>
      <translation>Kopien ab 256 MB</translation>
    </message>
    <message>
      <source>every user of the plan pays</source>
      <translation>jeder Nutzer des Tarifs zahlt</translation>
    </message>
    <message>
      <source>a flat fee per user and month</source>
      <translation>eine Pauschale je Nutzer und Monat</translation>
    </message>
    <message>
      <source>one layer of 60 and the head</source>
      <translation>eine von 60 Schichten und der Kopf</translation>
    </message>
    <message>
      <source>every fourth token in 30 layers</source>
      <translation>jedes vierte Token in 30 Schichten</translation>
    </message>
    <message>
      <source>every 128th in 31 counts as indexer</source>
      <translation>jedes 128. in 31 zählt als Indexer</translation>
    </message>
    <message>
      <source>all have a window too</source>
      <translation>alle haben auch ein Fenster</translation>
    </message>
    <message>
      <source>half of the changes are thrown away</source>
      <translation>die Hälfte der Änderungen wird verworfen</translation>
    </message>
    <message>
      <source>the same die pair</source>
      <translation>dasselbe Die-Paar</translation>
    </message>
    <message>
      <source>recovered over 20 years at 8 %</source>
      <translation>über 20 Jahre bei 8 % zurückverdient</translation>
    </message>
    <message>
      <source>2,560 $ of links at two tiers</source>
      <translation>2,560 $ für Links bei zwei Ebenen</translation>
    </message>
    <message>
      <source>3,800 $ at three</source>
      <translation>3,800 $ bei drei</translation>
    </message>
    <message>
      <source>fibre in it</source>
      <translation>Faser darin</translation>
    </message>
    <message>
      <source>H100 NDR taken apart</source>
      <translation>H100 NDR zerlegt</translation>
    </message>
    <message>
      <source>list about 50,000 $</source>
      <translation>Liste etwa 50,000 $</translation>
    </message>
    <message>
      <source>vendor's data sheet</source>
      <translation>Datenblatt des Herstellers</translation>
    </message>
    <message>
      <source>indicative</source>
      <translation>ein Anhaltspunkt</translation>
    </message>
    <message>
      <source>half an H100 server</source>
      <translation>ein halber H100-Server</translation>
    </message>
    <message>
      <source>for no maker's margin</source>
      <translation>ohne Herstellermarge</translation>
    </message>
    <message>
      <source>times the root of FP8 and bandwidth ratios</source>
      <translation>mal der Wurzel der Verhältnisse von FP8 und Bandbreite</translation>
    </message>
    <message>
      <source>rule</source>
      <translation>Regel</translation>
    </message>
    <message>
      <source>billions of parameters</source>
      <translation>Milliarden Parameter</translation>
    </message>
    <message>
      <source>after published MMLU of Llama 3.1</source>
      <translation>nach veröffentlichten MMLU von Llama 3.1</translation>
    </message>
    <message>
      <source>price of the system times H100's rent per $</source>
      <translation>Preis des Systems mal Miete der H100 je $</translation>
    </message>
    <message>
      <source>2.60 $/h for 35,625 $</source>
      <translation>2.60 $/h für 35,625 $</translation>
    </message>
    <message>
      <source>long input</source>
      <translation>lange Eingabe</translation>
    </message>
    <message>
      <source>newer halls lower</source>
      <translation>neuere Hallen niedriger</translation>
    </message>
    <message>
      <source>1,155 plus 4k-8k retrieved</source>
      <translation>1,155 plus 4k-8k abgerufen</translation>
    </message>
    <message>
      <source>4k-8k of retrieved passages and the question</source>
      <translation>4k-8k aus abgerufenen Passagen und der Frage</translation>
    </message>
    <message>
      <source>between the industry's 1.54 and 1.15 of a new liquid-cooled hall</source>
      <translation>zwischen 1.54 der Branche und 1.15 einer neuen Halle mit Flüssigkühlung</translation>
    </message>
    <message>
      <source>published shares for the same service run to 0.56</source>
      <translation>veröffentlichte Anteile desselben Dienstes reichen bis 0.56</translation>
    </message>
    <message>
      <source>two 800G adapters</source>
      <translation>zwei 800G-Adapter</translation>
    </message>
    <message>
      <source>100G adapter</source>
      <translation>100G-Adapter</translation>
    </message>
    <message>
      <source>server per accelerator less accelerator and adapter</source>
      <translation>Server je Beschleuniger abzüglich Beschleuniger und Adapter</translation>
    </message>
    <message>
      <source>at least a tenth of it</source>
      <translation>mindestens ein Zehntel davon</translation>
    </message>
    <message>
      <source>optical circuit switches and modules between racks</source>
      <translation>optische Durchschalter und Module zwischen Racks</translation>
    </message>
    <message>
      <source>copper inside</source>
      <translation>innen Kupfer</translation>
    </message>
    <message>
      <source>InferSim's H800 kernel tables</source>
      <translation>H800-Kernel-Tabellen von InferSim</translation>
    </message>
    <message>
      <source>the accelerator's entry tells</source>
      <translation>sagt der Eintrag des Beschleunigers</translation>
    </message>
    <message>
      <source>follows from the entry</source>
      <translation>folgt aus dem Eintrag</translation>
    </message>
    <message>
      <source>no partner known</source>
      <translation>kein Partner bekannt</translation>
    </message>
    <message>
      <source>nobody between foundry and designer</source>
      <translation>niemand zwischen Foundry und Entwerfer</translation>
    </message>
    <message>
      <source>the vendor buys from the foundry itself</source>
      <translation>der Hersteller kauft selbst bei der Foundry</translation>
    </message>
    <message>
      <source>H100's 300 $ in proportion to board power</source>
      <translation>300 $ der H100 im Verhältnis zur Board-Leistung</translation>
    </message>
    <message>
      <source>$6 by a person</source>
      <translation>$6 mit einem Menschen</translation>
    </message>
    <message>
      <source>$0.50 by a machine</source>
      <translation>$0.50 mit einer Maschine</translation>
    </message>
    <message>
      <source>50 % is the ceiling</source>
      <translation>50 % ist die Obergrenze</translation>
    </message>
    <message>
      <source>the nearest card on GDDR6 and PCIe</source>
      <translation>die nächste Karte mit GDDR6 und PCIe</translation>
    </message>
    <message>
      <source>57 of 60 layers read 16 blocks of 128 tokens</source>
      <translation>57 von 60 Schichten lesen 16 Blöcke zu 128 Token</translation>
    </message>
    <message>
      <source>57 sparse layers</source>
      <translation>57 dünne Schichten</translation>
    </message>
    <message>
      <source>three that read the whole context count as indexer</source>
      <translation>drei, die den ganzen Kontext lesen, zählen als Indexer</translation>
    </message>
    <message>
      <source>30 layers see every fourth token</source>
      <translation>30 Schichten sehen jedes vierte Token</translation>
    </message>
    <message>
      <source>reading of an idle H200 board</source>
      <translation>Ablesung eines unbeschäftigten H200-Boards</translation>
    </message>
    <message>
      <source>80 of 700 W</source>
      <translation>80 von 700 W</translation>
    </message>
    <message>
      <source>192 of 1,000 W</source>
      <translation>192 von 1,000 W</translation>
    </message>
    <message>
      <source>the rest modules</source>
      <translation>der Rest Module</translation>
    </message>
    <message>
      <source>0.0469 switches of 85,000 $ each</source>
      <translation>0.0469 Switches zu je 85,000 $</translation>
    </message>
    <message>
      <source>switches or cables of a rack-scale domain</source>
      <translation>Switches oder Kabel einer Rack-Scale-Domäne</translation>
    </message>
    <message>
      <source>as a third of the rest</source>
      <translation>als ein Drittel des Rests</translation>
    </message>
    <message>
      <source>first page seen</source>
      <translation>erste Seite gesehen</translation>
    </message>
    <message>
      <source>the 5-year figure from memory</source>
      <translation>die 5-Jahres-Zahl aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>vendors' FIT sums 0.5-2 % a year</source>
      <translation>FIT-Summen der Hersteller 0.5-2 % im Jahr</translation>
    </message>
    <message>
      <source>with flapping links up to 20 %</source>
      <translation>mit flatternden Links bis 20 %</translation>
    </message>
    <message>
      <source>share of bandwidth assumed for norms and residuals</source>
      <translation>angenommener Bandbreitenanteil für Normen und Residuen</translation>
    </message>
    <message>
      <source>longer extracts</source>
      <translation>längere Auszüge</translation>
    </message>
    <message>
      <source>Bernstein's rack</source>
      <translation>das Rack von Bernstein</translation>
    </message>
    <message>
      <source>processors 3</source>
      <translation>Prozessoren 3</translation>
    </message>
    <message>
      <source>the rest of the server 2 of 100 $ of a data centre</source>
      <translation>der Rest des Servers 2 von 100 $ eines Rechenzentrums</translation>
    </message>
    <message>
      <source>max 1720 W from memory</source>
      <translation>höchstens 1720 W aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>max and price from memory</source>
      <translation>Höchstwert und Preis aus dem Gedächtnis</translation>
    </message>
    <message>
      <source>compiled schedules have no kernel launches</source>
      <translation>übersetzte Pläne starten keine Kernel</translation>
    </message>
    <message>
      <source>rumoured</source>
      <translation>Gerücht</translation>
    </message>
    <message>
      <source>a tenth above HBM3E of 2026-06</source>
      <translation>ein Zehntel über HBM3E von 2026-06</translation>
    </message>
    <message>
      <source>ports</source>
      <translation>Ports</translation>
    </message>
    <message>
      <source>a task text and files</source>
      <translation>ein Aufgabentext und Dateien</translation>
    </message>
    <message>
      <source>chip</source>
      <translation>Chip</translation>
    </message>
    <message>
      <source>host and network share</source>
      <translation>Host- und Netzanteil</translation>
    </message>
    <message>
      <source>before PUE</source>
      <translation>vor PUE</translation>
    </message>
    <message>
      <source>free cooling</source>
      <translation>freie Kühlung</translation>
    </message>
    <message>
      <source>between Google's 1.09 and 1.15</source>
      <translation>zwischen 1.09 von Google und 1.15</translation>
    </message>
    <message>
      <source>B200 2,900 $ for 192 GB</source>
      <translation>B200 2,900 $ für 192 GB</translation>
    </message>
    <message>
      <source>published medians of response length</source>
      <translation>veröffentlichte Mediane der Antwortlänge</translation>
    </message>
    <message>
      <source>chat 300</source>
      <translation>Chat 300</translation>
    </message>
    <message>
      <source>quartiles 129-618</source>
      <translation>Quartile 129-618</translation>
    </message>
    <message>
      <source>median 167</source>
      <translation>Median 167</translation>
    </message>
    <message>
      <source>two processors of 5,200 $ together in a server of 51,000 $ without accelerators</source>
      <translation>zwei Prozessoren für zusammen 5,200 $ in einem Server für 51,000 $ ohne Beschleuniger</translation>
    </message>
    <message>
      <source>with its share of the slot</source>
      <translation>mit seinem Anteil am Steckplatz</translation>
    </message>
    <message>
      <source>93 W with adapter</source>
      <translation>93 W mit Adapter</translation>
    </message>
    <message>
      <source>133 W with adapter</source>
      <translation>133 W mit Adapter</translation>
    </message>
    <message>
      <source>$120 a card fraud</source>
      <translation>$120 je Kartenbetrug</translation>
    </message>
    <message>
      <source>measure it on cases of your own</source>
      <translation>an eigenen Fällen messen</translation>
    </message>
    <message>
      <source>many customers</source>
      <translation>viele Kunden</translation>
    </message>
    <message>
      <source>few shared prefixes</source>
      <translation>wenige gemeinsame Präfixe</translation>
    </message>
    <message>
      <source>AWS prices quoted in public files of October 2026</source>
      <translation>AWS-Preise, in öffentlichen Dateien vom Oktober 2026 zitiert</translation>
    </message>
    <message>
      <source>AWS price quoted in a public file of October 2026</source>
      <translation>AWS-Preis, in einer öffentlichen Datei vom Oktober 2026 zitiert</translation>
    </message>
    <message>
      <source>below 1 us</source>
      <translation>unter 1 us</translation>
    </message>
    <message>
      <source>a shared instruction before each document</source>
      <translation>eine gemeinsame Anweisung vor jedem Dokument</translation>
    </message>
    <message>
      <source>instructions shared</source>
      <translation>Anweisungen geteilt</translation>
    </message>
    <message>
      <source>passages new</source>
      <translation>Passagen neu</translation>
    </message>
    <message>
      <source>US average commercial</source>
      <translation>USA, Mittel des Gewerbes</translation>
    </message>
    <message>
      <source>US wholesale</source>
      <translation>USA, Wholesale</translation>
    </message>
    <message>
      <source>US retail Tier 1</source>
      <translation>USA, Retail Tier 1</translation>
    </message>
    <message>
      <source>US GPU-density liquid</source>
      <translation>USA, GPU-Dichte mit Flüssigkühlung</translation>
    </message>
    <message>
      <source>EU average non-household</source>
      <translation>EU-Mittel ohne Haushalte</translation>
    </message>
    <message>
      <source>Germany large load</source>
      <translation>Deutschland, Großverbraucher</translation>
    </message>
    <message>
      <source>Nordic large load</source>
      <translation>Nordeuropa, Großverbraucher</translation>
    </message>
    <message>
      <source>Texas large load</source>
      <translation>Texas, Großverbraucher</translation>
    </message>
    <message>
      <source>Google fleet</source>
      <translation>Flotte von Google</translation>
    </message>
    <message>
      <source>Europe</source>
      <translation>Europa</translation>
    </message>
    <message>
      <source>US grid average</source>
      <translation>Mittel des US-Netzes</translation>
    </message>
    <message>
      <source>US grid with bought clean power</source>
      <translation>US-Netz mit zugekauftem sauberem Strom</translation>
    </message>
    <message>
      <source>Virginia grid</source>
      <translation>Netz von Virginia</translation>
    </message>
    <message>
      <source>Texas grid</source>
      <translation>Netz von Texas</translation>
    </message>
    <message>
      <source>German grid</source>
      <translation>deutsches Netz</translation>
    </message>
    <message>
      <source>European grid average</source>
      <translation>Mittel des europäischen Netzes</translation>
    </message>
    <message>
      <source>Azure 2024 week traces</source>
      <translation>Wochen-Traces von Azure 2024</translation>
    </message>
    <message>
      <source>Azure 2023 conversation trace</source>
      <translation>Konversations-Trace von Azure 2023</translation>
    </message>
    <message>
      <source>Azure 2023 code trace</source>
      <translation>Code-Trace von Azure 2023</translation>
    </message>
    <message>
      <source>Mooncake conversation trace</source>
      <translation>Konversations-Trace von Mooncake</translation>
    </message>
    <message>
      <source>13 and Mooncake 3.0</source>
      <translation>13 und Mooncake 3.0</translation>
    </message>
    <message>
      <source>1 is Poisson</source>
      <translation>1 ist Poisson</translation>
    </message>
    <message>
      <source>Llama 3 training</source>
      <translation>Training von Llama 3</translation>
    </message>
    <message>
      <source>7 events in 21.2 million GPU-hours</source>
      <translation>7 Ereignisse in 21.2 Millionen GPU-Stunden</translation>
    </message>
    <message>
      <source>Personal plans of several makers</source>
      <translation>Privattarife mehrerer Hersteller</translation>
    </message>
    <message>
      <source>Professional plans of several makers</source>
      <translation>Geschäftstarife mehrerer Hersteller</translation>
    </message>
    <message>
      <source>numbers</source>
      <translation>Zahlen</translation>
    </message>
    <message>
      <source>rent</source>
      <translation>Miete</translation>
    </message>
    <message>
      <source>power and price</source>
      <translation>Leistung und Preis</translation>
    </message>
    <message>
      <source>price/power</source>
      <translation>Preis/Leistung</translation>
    </message>
    <message>
      <source>passive copper</source>
      <translation>passives Kupfer</translation>
    </message>
    <message>
      <source>on-demand</source>
      <translation>On-Demand</translation>
    </message>
    <message>
      <source>HBM shipments 2025-Q2</source>
      <translation>HBM-Lieferungen 2025-Q2</translation>
    </message>
    <message>
      <source>IDC Q3 2025 server market</source>
      <translation>IDC, Servermarkt Q3 2025</translation>
    </message>
    <message>
      <source>public sector note</source>
      <translation>öffentliche Branchennotiz</translation>
    </message>
    <message>
      <source>InnoLight and Eoptolink about 60 % of NVIDIA's 800G modules</source>
      <translation>InnoLight und Eoptolink etwa 60 % der 800G-Module von NVIDIA</translation>
    </message>
    <message>
      <source>Ethernet over two thirds</source>
      <translation>Ethernet über zwei Drittel</translation>
    </message>
    <message>
      <source>NVIDIA and Celestica half of it</source>
      <translation>NVIDIA und Celestica die Hälfte davon</translation>
    </message>
    <message>
      <source>Arista third</source>
      <translation>Arista Dritter</translation>
    </message>
    <message>
      <source>0.23 of the accelerator</source>
      <translation>0.23 des Beschleunigers</translation>
    </message>
    <message>
      <source>1.7 times board power</source>
      <translation>das 1.7-Fache der Board-Leistung</translation>
    </message>
    <message>
      <source>1.23 times board power</source>
      <translation>das 1.23-Fache der Board-Leistung</translation>
    </message>
    <message>
      <source>0.965 of nameplate</source>
      <translation>0.965 der Nennleistung</translation>
    </message>
    <message>
      <source>as GB300</source>
      <translation>wie GB300</translation>
    </message>
    <message>
      <source>as MI355X</source>
      <translation>wie MI355X</translation>
    </message>
    <message>
      <source>0.8 of logic and memory</source>
      <translation>0.8 von Logik und Speicher</translation>
    </message>
    <message>
      <source>HBM3E contract prices of 2026-06</source>
      <translation>Vertragspreise von HBM3E 2026-06</translation>
    </message>
    <message>
      <source>anchored on DCD page</source>
      <translation>an der DCD-Seite verankert</translation>
    </message>
    <message>
      <source>reasoning 5,000</source>
      <translation>Reasoning 5,000</translation>
    </message>
    <message>
      <source>Medium at hosts</source>
      <translation>Medium an Hosts</translation>
    </message>
    <message>
      <source>Medium at switches</source>
      <translation>Medium an Switches</translation>
    </message>
    <message>
      <source>Shape of demand</source>
      <translation>Form der Nachfrage</translation>
    </message>
    <message>
      <source>Drafter</source>
      <translation>Entwurfsmodell</translation>
    </message>
    <message>
      <source>Rental price</source>
      <translation>Mietpreis</translation>
    </message>
    <message>
      <source>Layer of the chain</source>
      <translation>Schicht der Kette</translation>
    </message>
    <message>
      <source>Network component</source>
      <translation>Netzkomponente</translation>
    </message>
    <message>
      <source>Site figure</source>
      <translation>Standortwert</translation>
    </message>
    <message>
      <source>195.94 at 250-500 kW</source>
      <translation>195.94 bei 250-500 kW</translation>
    </message>
    <message>
      <source>80-130 at 1 MW+</source>
      <translation>80-130 bei 1 MW+</translation>
    </message>
    <message>
      <source>a third of the alerts is asked twice</source>
      <translation>ein Drittel der Alarme wird zweimal gefragt</translation>
    </message>
    <message>
      <source>AFR derived from Llama-3 NIC rows</source>
      <translation>AFR aus NIC-Zeilen von Llama 3 abgeleitet</translation>
    </message>
    <message>
      <source>950 of 1,154 TFLOP/s per core</source>
      <translation>950 von 1,154 TFLOP/s je Kern</translation>
    </message>
    <message>
      <source>6.4 of 7.38 TB/s</source>
      <translation>6.4 von 7.38 TB/s</translation>
    </message>
    <message>
      <source>2 to 64 ranks</source>
      <translation>2 bis 64 Ranks</translation>
    </message>
    <message>
      <source>130 $/kW-month</source>
      <translation>130 $/kW-Monat</translation>
    </message>
    <message>
      <source>usual server or instance</source>
      <translation>üblicher Server oder übliche Instanz</translation>
    </message>
    <message>
      <source>both pooled on the calendar</source>
      <translation>beide nach Kalender zusammengelegt</translation>
    </message>
    <message>
      <source>0.6 of logic and memory</source>
      <translation>0.6 von Logik und Speicher</translation>
    </message>
    <message>
      <source>with board</source>
      <translation>mit Board</translation>
    </message>
    <message>
      <source>Sellers</source>
      <translation>Verkäufer</translation>
    </message>
    <message>
      <source>sold with the accelerator</source>
      <translation>mit dem Beschleuniger verkauft</translation>
    </message>
    <message>
      <source>Chillers, distribution, cold plates of the hall</source>
      <translation>Kältemaschinen, Verteilung, Kühlplatten der Halle</translation>
    </message>
    <message>
      <source>{value} an accelerator</source>
      <translation>{value} je Beschleuniger</translation>
    </message>
    <message>
      <source>{value} of what it delivers</source>
      <translation>{value} auf das, was er liefert</translation>
    </message>
    <message>
      <source>what is left of {value} an accelerator</source>
      <translation>was von {value} je Beschleuniger bleibt</translation>
    </message>
    <message>
      <source>{value} of the server's price</source>
      <translation>{value} des Serverpreises</translation>
    </message>
    <message>
      <source>{each:.3g} × {price} an accelerator, {watts:.3g} W each</source>
      <translation>{each:.3g} × {price} je Beschleuniger, je {watts:.3g} W</translation>
    </message>
    <message>
      <source>{watts:.3g} W an accelerator in the mean</source>
      <translation>{watts:.3g} W je Beschleuniger im Mittel</translation>
    </message>
    <message>
      <source>Host, fans, adapters</source>
      <translation>Host, Lüfter, Adapter</translation>
    </message>
    <message>
      <source>Cooling and losses of the site</source>
      <translation>Kühlung und Verluste des Standorts</translation>
    </message>
    <message>
      <source>Maintenance and spares</source>
      <translation>Wartung und Ersatzteile</translation>
    </message>
    <message>
      <source>{value} of capital a year</source>
      <translation>{value} des Kapitals im Jahr</translation>
    </message>
    <message>
      <source>Network parts that fail</source>
      <translation>Ausfallende Netzteile</translation>
    </message>
    <message>
      <source>The service's own team</source>
      <translation>Das eigene Team des Dienstes</translation>
    </message>
    <message>
      <source>Interest on building and land</source>
      <translation>Zins auf Gebäude und Grund</translation>
    </message>
    <message>
      <source>The landlord's return and running of the building</source>
      <translation>Rendite des Vermieters und Betrieb des Gebäudes</translation>
    </message>
    <message>
      <source>Interest on machines</source>
      <translation>Zins auf Maschinen</translation>
    </message>
    <message>
      <source>Storage beside the accelerators</source>
      <translation>Massenspeicher neben den Beschleunigern</translation>
    </message>
    <message>
      <source>Memory and disks that hold prefixes</source>
      <translation>Arbeitsspeicher und SSD für Präfixe</translation>
    </message>
    <message>
      <source>Licences and support</source>
      <translation>Lizenzen und Support</translation>
    </message>
    <message>
      <source>Rent beyond the cost of owning</source>
      <translation>Miete über die Kosten des Eigentums hinaus</translation>
    </message>
    <message>
      <source>Capacity on call at a second provider</source>
      <translation>Kapazität auf Abruf bei einem zweiten Anbieter</translation>
    </message>
    <message>
      <source>Tokens at the seller's price list</source>
      <translation>Token zur Preisliste des Verkäufers</translation>
    </message>
    <message>
      <source>baseline</source>
      <translation>Basis</translation>
    </message>
    <message>
      <source>Made of</source>
      <translation>Besteht aus</translation>
    </message>
    <message>
      <source>Explain this layer</source>
      <translation>Diese Schicht erklären</translation>
    </message>
    <message>
      <source>Instead</source>
      <translation>Stattdessen</translation>
    </message>
    <message>
      <source>the bill then</source>
      <translation>die Rechnung dann</translation>
    </message>
    <message>
      <source>Earned in</source>
      <translation>Verdient in</translation>
    </message>
    <message>
      <source>Earns nothing of this bill.</source>
      <translation>Verdient an dieser Rechnung nichts.</translation>
    </message>
    <message>
      <source>InfiniBand has one vendor</source>
      <translation>InfiniBand hat einen Anbieter</translation>
    </message>
    <message>
      <source>Mercury Research 2025-Q4</source>
      <translation>Mercury Research 2025-Q4</translation>
    </message>
    <message>
      <source>Price of output, all in</source>
      <translation>Preis der Ausgabe, alles in allem</translation>
    </message>
    <message>
      <source>Cost of output, all in</source>
      <translation>Kosten der Ausgabe, alles in allem</translation>
    </message>
    <message>
      <source>Cost of output on new machines</source>
      <translation>Kosten der Ausgabe auf neuen Maschinen</translation>
    </message>
    <message>
      <source>Price of a request</source>
      <translation>Preis einer Anfrage</translation>
    </message>
    <message>
      <source>Cost of a request</source>
      <translation>Kosten einer Anfrage</translation>
    </message>
    <message>
      <source>Cost of a request on new machines</source>
      <translation>Kosten einer Anfrage auf neuen Maschinen</translation>
    </message>
    <message>
      <source>Cost of a request at last year's use</source>
      <translation>Kosten einer Anfrage bei der Nutzung des Vorjahres</translation>
    </message>
    <message>
      <source>Paid at the price of the day</source>
      <translation>Zum Tagespreis bezahlt</translation>
    </message>
    <message>
      <source>A request on machines of an age</source>
      <translation>Eine Anfrage auf Maschinen eines Alters</translation>
    </message>
    <message>
      <source>Capital of a request</source>
      <translation>Kapital einer Anfrage</translation>
    </message>
    <message>
      <source>Upkeep of a request</source>
      <translation>Unterhalt einer Anfrage</translation>
    </message>
    <message>
      <source>Power and building of a request</source>
      <translation>Strom und Gebäude einer Anfrage</translation>
    </message>
    <message>
      <source>Accelerators needed</source>
      <translation>Benötigte Beschleuniger</translation>
    </message>
    <message>
      <source>Accelerators in service</source>
      <translation>Beschleuniger im Dienst</translation>
    </message>
    <message>
      <source>Accelerators ordered</source>
      <translation>Bestellte Beschleuniger</translation>
    </message>
    <message>
      <source>Spend on training</source>
      <translation>Ausgaben für Training</translation>
    </message>
    <message>
      <source>Revenue of a layer</source>
      <translation>Umsatz einer Schicht</translation>
    </message>
    <message>
      <source>A layer's part of an order</source>
      <translation>Anteil einer Schicht an einer Bestellung</translation>
    </message>
    <message>
      <source>Price over today's</source>
      <translation>Preis geteilt durch den heutigen</translation>
    </message>
    <message>
      <source>What the market's cost gained on the own</source>
      <translation>Was die Kosten des Marktes gegenüber den eigenen gewannen</translation>
    </message>
    <message>
      <source>Machine time a request</source>
      <translation>Maschinenzeit je Anfrage</translation>
    </message>
    <message>
      <source>Price of the same work</source>
      <translation>Preis derselben Arbeit</translation>
    </message>
    <message>
      <source>Power of the same work</source>
      <translation>Leistung für dieselbe Arbeit</translation>
    </message>
    <message>
      <source>servers</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>networks</source>
      <translation>Netze</translation>
    </message>
    <message>
      <source>switches</source>
      <translation>Switches</translation>
    </message>
    <message>
      <source>cables and optics</source>
      <translation>Kabel und Optik</translation>
    </message>
    <message>
      <source>adapters</source>
      <translation>Adapter</translation>
    </message>
    <message>
      <source>other equipment</source>
      <translation>übrige Ausrüstung</translation>
    </message>
    <message>
      <source>power and building</source>
      <translation>Strom und Gebäude</translation>
    </message>
    <message>
      <source>a merchant's machine</source>
      <translation>eine frei verkaufte Maschine</translation>
    </message>
    <message>
      <source>the market's machine</source>
      <translation>die Maschine des Marktes</translation>
    </message>
    <message>
      <source>Merchant vendor</source>
      <translation>Hersteller am freien Markt</translation>
    </message>
    <message>
      <source>Alternative vendor</source>
      <translation>Alternativer Hersteller</translation>
    </message>
    <message>
      <source>Own design</source>
      <translation>Eigener Entwurf</translation>
    </message>
    <message>
      <source>Network cards</source>
      <translation>Netzkarten</translation>
    </message>
    <message>
      <source>Building and labour</source>
      <translation>Gebäude und Arbeit</translation>
    </message>
    <message>
      <source>Platform</source>
      <translation>Plattform</translation>
    </message>
    <message>
      <source>Power</source>
      <translation>Strom</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Warten</translation>
    </message>
    <message>
      <source>Machines</source>
      <translation>Maschinen</translation>
    </message>
    <message>
      <source>per M tokens</source>
      <translation>je M Token</translation>
    </message>
    <message>
      <source>/h</source>
      <translation>/h</translation>
    </message>
    <message>
      <source>A service of {count} tiers {mode}, {model} the first,</source>
      <translation>Ein Dienst aus {count} Stufen {mode}, {model} als erste,</translation>
    </message>
    <message>
      <source>{said}. Of each dollar charged {share} is kept; the price that breaks even is {even} per M output.</source>
      <translation>{said}. Von jedem berechneten Dollar bleiben {share}; der Break-even-Preis ist {even} je M Ausgabe.</translation>
    </message>
    <message>
      <source>{said}. Of each dollar charged {share} is lost; the price that breaks even is {even} per M output.</source>
      <translation>{said}. Auf jeden berechneten Dollar gehen {share} verloren; der Break-even-Preis ist {even} je M Ausgabe.</translation>
    </message>
    <message>
      <source>Would clear the limit: {cure}.</source>
      <translation>Hielte die Grenze wieder ein: {cure}.</translation>
    </message>
    <message>
      <source>What cost, latency and margin do as two inputs move.</source>
      <translation>Was Kosten, Latenz und Marge tun, wenn sich zwei Eingaben bewegen.</translation>
    </message>
    <message>
      <source>Cost against speed as one input moves: which points nothing else beats.</source>
      <translation>Kosten gegen Tempo, wenn sich eine Eingabe bewegt: welche Punkte nichts anderes schlägt.</translation>
    </message>
    <message>
      <source>What would have to be true of each input for the figure to meet its target.</source>
      <translation>Was für jede Eingabe gelten müsste, damit der Wert sein Ziel erreicht.</translation>
    </message>
    <message>
      <source>What the service costs, by cause and by unit of use.</source>
      <translation>Was der Dienst kostet, nach Ursache und je Einheit der Nutzung.</translation>
    </message>
    <message>
      <source>Who along the supply chain earns each dollar of the bill.</source>
      <translation>Wer entlang der Lieferkette jeden Dollar der Rechnung verdient.</translation>
    </message>
    <message>
      <source>How waiting grows with load, and how much load the limits allow.</source>
      <translation>Wie das Warten mit der Last wächst und wie viel Last die Grenzen erlauben.</translation>
    </message>
    <message>
      <source>Demand, capacity and cost by hour of the week.</source>
      <translation>Nachfrage, Kapazität und Kosten je Stunde der Woche.</translation>
    </message>
    <message>
      <source>What each lever saves, one after the other, and at which quality.</source>
      <translation>Was jeder Hebel spart, einer nach dem anderen, und bei welcher Qualität.</translation>
    </message>
    <message>
      <source>What a decision is worth against what its tokens cost, and what others charge.</source>
      <translation>Was eine Entscheidung gegenüber den Kosten ihrer Token wert ist, und was andere verlangen.</translation>
    </message>
    <message>
      <source>Which inputs move the figure most, and how much of that rests on guesses.</source>
      <translation>Welche Eingaben den Wert am meisten bewegen und wie viel davon auf Schätzungen beruht.</translation>
    </message>
    <message>
      <source>What the figure may be with all that is in doubt.</source>
      <translation>Was der Wert bei allem Zweifel sein kann.</translation>
    </message>
    <message>
      <source>Price, cost, margin and fleet in the years ahead.</source>
      <translation>Preis, Kosten, Marge und Flotte in den kommenden Jahren.</translation>
    </message>
    <message>
      <source>What was measured near this scenario, and how far the model was off.</source>
      <translation>Was nahe diesem Szenario gemessen wurde und wie weit das Modell daneben lag.</translation>
    </message>
    <message>
      <source>default</source>
      <translation>Vorgabe</translation>
    </message>
    <message>
      <source>user</source>
      <translation>Nutzer</translation>
    </message>
    <message>
      <source>figures</source>
      <translation>Werte</translation>
    </message>
    <message>
      <source>inputs</source>
      <translation>Eingaben</translation>
    </message>
    <message>
      <source>spec</source>
      <translation>Datenblatt</translation>
    </message>
    <message>
      <source>dies of the accelerators</source>
      <translation>Dies der Beschleuniger</translation>
    </message>
    <message>
      <source>HBM, or the memory of a card</source>
      <translation>HBM oder der Speicher einer Karte</translation>
    </message>
    <message>
      <source>packaging, substrate, test and yield</source>
      <translation>Packaging, Substrat, Test und Ausbeuteverlust</translation>
    </message>
    <message>
      <source>margin of the partner who delivers a part its user designed</source>
      <translation>Marge des Partners, der ein vom Nutzer entworfenes Teil liefert</translation>
    </message>
    <message>
      <source>what the vendor of the accelerator keeps over materials and partner</source>
      <translation>was der Hersteller des Beschleunigers über Material und Partner hinaus behält</translation>
    </message>
    <message>
      <source>processors of the servers</source>
      <translation>Prozessoren der Server</translation>
    </message>
    <message>
      <source>boards, memory, power supplies, chassis, assembly</source>
      <translation>Boards, Speicher, Netzteile, Gehäuse, Montage</translation>
    </message>
    <message>
      <source>switches, boards and cables of the links inside a domain</source>
      <translation>Switches, Boards und Kabel der Links innerhalb einer Domäne</translation>
    </message>
    <message>
      <source>switches between servers</source>
      <translation>Switches zwischen Servern</translation>
    </message>
    <message>
      <source>network adapters</source>
      <translation>Netzadapter</translation>
    </message>
    <message>
      <source>passive, linear and retimed copper between servers</source>
      <translation>passives, lineares und Retimer-Kupfer zwischen Servern</translation>
    </message>
    <message>
      <source>modules, optical cables and fibre between servers</source>
      <translation>Module, optische Kabel und Faser zwischen Servern</translation>
    </message>
    <message>
      <source>storage beside the accelerators, memory and disks for prefixes</source>
      <translation>Massenspeicher neben den Beschleunigern, Speicher und SSD für Präfixe</translation>
    </message>
    <message>
      <source>generators, transformers, UPS, switchgear</source>
      <translation>Generatoren, Transformatoren, USV, Schaltanlagen</translation>
    </message>
    <message>
      <source>chillers, distribution of liquid, cold plates of the hall</source>
      <translation>Kältemaschinen, Flüssigkeitsverteilung, Kühlplatten der Halle</translation>
    </message>
    <message>
      <source>ground, shell, labour</source>
      <translation>Grund, Rohbau, Arbeit</translation>
    </message>
    <message>
      <source>energy at the meter</source>
      <translation>Energie am Zähler</translation>
    </message>
    <message>
      <source>staff, maintenance, spares and upkeep</source>
      <translation>Personal, Wartung, Ersatzteile und Unterhalt</translation>
    </message>
    <message>
      <source>licences, support, levers, router and judge</source>
      <translation>Lizenzen, Support, Hebel, Router und Prüfer</translation>
    </message>
    <message>
      <source>what lenders, owners and the landlord ask beyond writing off</source>
      <translation>was Kreditgeber, Eigner und Vermieter über die Abschreibung hinaus verlangen</translation>
    </message>
    <message>
      <source>rent beyond what the machines cost their owner, capacity on call elsewhere</source>
      <translation>Miete über die Kosten des Eigners hinaus, Kapazität auf Abruf anderswo</translation>
    </message>
    <message>
      <source>tokens bought at the price list of another company</source>
      <translation>Token, nach der Preisliste einer anderen Firma gekauft</translation>
    </message>
    <message>
      <source>tpu-recipes @c8cfe2f microbenchmarks on TPU7x</source>
      <translation>Mikrobenchmarks von tpu-recipes @c8cfe2f auf TPU7x</translation>
    </message>
    <message>
      <source>Ethernet 1.6T, eight planes</source>
      <translation>Ethernet 1.6T, acht Planes</translation>
    </message>
    <message>
      <source>Ethernet 100G front end</source>
      <translation>Ethernet 100G, Frontend</translation>
    </message>
    <message>
      <source>Ethernet 400G, three tiers</source>
      <translation>Ethernet 400G, drei Ebenen</translation>
    </message>
    <message>
      <source>Ethernet 400G, two tiers</source>
      <translation>Ethernet 400G, zwei Ebenen</translation>
    </message>
    <message>
      <source>Ethernet 800G, linear optics</source>
      <translation>Ethernet 800G, lineare Optik</translation>
    </message>
    <message>
      <source>Ethernet 800G, two tiers</source>
      <translation>Ethernet 800G, zwei Ebenen</translation>
    </message>
    <message>
      <source>InfiniBand 400G, copper to the host</source>
      <translation>InfiniBand 400G, Kupfer zum Host</translation>
    </message>
    <message>
      <source>InfiniBand 400G, three tiers</source>
      <translation>InfiniBand 400G, drei Ebenen</translation>
    </message>
    <message>
      <source>InfiniBand 400G, two tiers</source>
      <translation>InfiniBand 400G, zwei Ebenen</translation>
    </message>
    <message>
      <source>InfiniBand 800G, co-packaged optics</source>
      <translation>InfiniBand 800G, Co-Packaged Optics</translation>
    </message>
    <message>
      <source>InfiniBand 800G, three tiers</source>
      <translation>InfiniBand 800G, drei Ebenen</translation>
    </message>
    <message>
      <source>InfiniBand 800G, two tiers</source>
      <translation>InfiniBand 800G, zwei Ebenen</translation>
    </message>
    <message>
      <source>None (one server)</source>
      <translation>Keins (ein Server)</translation>
    </message>
    <message>
      <source>Rack-scale, front end only</source>
      <translation>Rack-Scale, nur Frontend</translation>
    </message>
    <message>
      <source>Torus with optical switches</source>
      <translation>Torus mit optischen Switches</translation>
    </message>
    <message>
      <source>European average</source>
      <translation>Europäisches Mittel</translation>
    </message>
    <message>
      <source>Germany</source>
      <translation>Deutschland</translation>
    </message>
    <message>
      <source>Hyperscaler campus</source>
      <translation>Hyperscaler-Campus</translation>
    </message>
    <message>
      <source>Nordics</source>
      <translation>Nordeuropa</translation>
    </message>
    <message>
      <source>Northern Virginia</source>
      <translation>Nord-Virginia</translation>
    </message>
    <message>
      <source>Own server room</source>
      <translation>Eigener Serverraum</translation>
    </message>
    <message>
      <source>Texas, large load</source>
      <translation>Texas, Großverbraucher</translation>
    </message>
    <message>
      <source>US liquid-cooled GPU hall</source>
      <translation>USA, GPU-Halle mit Flüssigkühlung</translation>
    </message>
    <message>
      <source>US retail colocation</source>
      <translation>USA, Retail-Colocation</translation>
    </message>
    <message>
      <source>US wholesale colocation</source>
      <translation>USA, Wholesale-Colocation</translation>
    </message>
    <message>
      <source>Business hours</source>
      <translation>Geschäftszeiten</translation>
    </message>
    <message>
      <source>Consumer evening</source>
      <translation>Verbraucher am Abend</translation>
    </message>
    <message>
      <source>Flat</source>
      <translation>Flach</translation>
    </message>
    <message>
      <source>Azure 2024, both half and half</source>
      <translation>Azure 2024, je zur Hälfte</translation>
    </message>
    <message>
      <source>Azure 2024, coding</source>
      <translation>Azure 2024, Code</translation>
    </message>
    <message>
      <source>Azure 2024, conversation</source>
      <translation>Azure 2024, Konversation</translation>
    </message>
    <message>
      <source>As supplied</source>
      <translation>Wie geliefert</translation>
    </message>
    <message>
      <source>In-house</source>
      <translation>Im Haus</translation>
    </message>
    <message>
      <source>Generic engine</source>
      <translation>Allgemeine Engine</translation>
    </message>
    <message>
      <source>vLLM on ROCm</source>
      <translation>vLLM auf ROCm</translation>
    </message>
    <message>
      <source>vLLM on ROCm, 2024</source>
      <translation>vLLM auf ROCm, 2024</translation>
    </message>
    <message>
      <source>TensorRT-LLM on Hopper</source>
      <translation>TensorRT-LLM auf Hopper</translation>
    </message>
    <message>
      <source>vLLM on Hopper</source>
      <translation>vLLM auf Hopper</translation>
    </message>
    <message>
      <source>vLLM, 2024, server in process</source>
      <translation>vLLM, 2024, Server im Prozess</translation>
    </message>
    <message>
      <source>800G module (DR8, DSP)</source>
      <translation>800G-Modul (DR8, DSP)</translation>
    </message>
    <message>
      <source>800G active electrical cable (AEC)</source>
      <translation>800G aktives elektrisches Kabel (AEC)</translation>
    </message>
    <message>
      <source>800G linear active copper</source>
      <translation>800G lineares aktives Kupfer</translation>
    </message>
    <message>
      <source>1.6T module (DR8)</source>
      <translation>1.6T-Modul (DR8)</translation>
    </message>
    <message>
      <source>400G module (DR4)</source>
      <translation>400G-Modul (DR4)</translation>
    </message>
    <message>
      <source>800G active optical cable (AOC)</source>
      <translation>800G aktives optisches Kabel (AOC)</translation>
    </message>
    <message>
      <source>800G linear module (LPO)</source>
      <translation>800G lineares Modul (LPO)</translation>
    </message>
    <message>
      <source>800G module, 2 km (2xFR4)</source>
      <translation>800G-Modul, 2 km (2xFR4)</translation>
    </message>
    <message>
      <source>800G module, multimode (SR8)</source>
      <translation>800G-Modul, Multimode (SR8)</translation>
    </message>
    <message>
      <source>800G passive copper (DAC)</source>
      <translation>800G passives Kupfer (DAC)</translation>
    </message>
    <message>
      <source>800G twin-port module, 2024 sheet</source>
      <translation>800G-Twin-Port-Modul, Preisblatt 2024</translation>
    </message>
    <message>
      <source>Co-packaged optics, 800G of ports</source>
      <translation>Co-Packaged Optics, Ports mit 800G</translation>
    </message>
    <message>
      <source>White-box Ethernet, 128 x 400G</source>
      <translation>White-Box-Ethernet, 128 x 400G</translation>
    </message>
    <message>
      <source>On the chip or in the server's price</source>
      <translation>Auf dem Chip oder im Serverpreis</translation>
    </message>
    <message>
      <source>Subscription, 20 $</source>
      <translation>Abonnement, 20 $</translation>
    </message>
    <message>
      <source>Subscription, 200 $</source>
      <translation>Abonnement, 200 $</translation>
    </message>
    <message>
      <source>MTP of Qwen3.5</source>
      <translation>MTP von Qwen3.5</translation>
    </message>
    <message>
      <source>MTP of Qwen3.5, not thinking</source>
      <translation>MTP von Qwen3.5, ohne Denken</translation>
    </message>
    <message>
      <source>DSpark for DeepSeek-V4-Pro</source>
      <translation>DSpark für DeepSeek-V4-Pro</translation>
    </message>
    <message>
      <source>MTP of DeepSeek-V4-Pro</source>
      <translation>MTP von DeepSeek-V4-Pro</translation>
    </message>
    <message>
      <source>MTP of DeepSeek-V4-Pro, not thinking</source>
      <translation>MTP von DeepSeek-V4-Pro, ohne Denken</translation>
    </message>
    <message>
      <source>EAGLE-3 for MiniMax-M3</source>
      <translation>EAGLE-3 für MiniMax-M3</translation>
    </message>
    <message>
      <source>EAGLE-3 for MiniMax-M3, GQA</source>
      <translation>EAGLE-3 für MiniMax-M3, GQA</translation>
    </message>
    <message>
      <source>EAGLE-3 for MiniMax-M3, GQA, not thinking</source>
      <translation>EAGLE-3 für MiniMax-M3, GQA, ohne Denken</translation>
    </message>
    <message>
      <source>EAGLE-3 for MiniMax-M3, not thinking</source>
      <translation>EAGLE-3 für MiniMax-M3, ohne Denken</translation>
    </message>
    <message>
      <source>DSpark for Kimi-K3</source>
      <translation>DSpark für Kimi-K3</translation>
    </message>
    <message>
      <source>DSpark for Kimi-K3, block rejection</source>
      <translation>DSpark für Kimi-K3, blockweise Ablehnung</translation>
    </message>
    <message>
      <source>EAGLE-3 for Kimi-K2.5</source>
      <translation>EAGLE-3 für Kimi-K2.5</translation>
    </message>
    <message>
      <source>EAGLE-3 for Kimi-K2.5, not thinking</source>
      <translation>EAGLE-3 für Kimi-K2.5, ohne Denken</translation>
    </message>
    <message>
      <source>MTP of GLM-5.2</source>
      <translation>MTP von GLM-5.2</translation>
    </message>
    <message>
      <source>Use in scenario</source>
      <translation>Im Szenario verwenden</translation>
    </message>
    <message>
      <source>Import file…</source>
      <translation>Datei importieren…</translation>
    </message>
    <message>
      <source>Take this part's figures into the scenario in front</source>
      <translation>Die Werte dieses Teils in das vordere Szenario übernehmen</translation>
    </message>
    <message>
      <source>Copy this part into your library to change it</source>
      <translation>Dieses Teil in Ihre Bibliothek kopieren, um es zu ändern</translation>
    </message>
    <message>
      <source>Rename this part of yours</source>
      <translation>Dieses eigene Teil umbenennen</translation>
    </message>
    <message>
      <source>Remove this part from your library</source>
      <translation>Dieses Teil aus Ihrer Bibliothek entfernen</translation>
    </message>
    <message>
      <source>Close the library</source>
      <translation>Die Bibliothek schließen</translation>
    </message>
    <message>
      <source>Add a part from a file</source>
      <translation>Ein Teil aus einer Datei hinzufügen</translation>
    </message>
    <message>
      <source>trace</source>
      <translation>Trace</translation>
    </message>
    <message>
      <source>pattern</source>
      <translation>Muster</translation>
    </message>
    <message>
      <source>Mean </source>
      <translation>Mittlere </translation>
    </message>
    <message>
      <source>Mooncake conversation trace 0.37-0.40</source>
      <translation>Konversations-Trace von Mooncake 0.37-0.40</translation>
    </message>
    <message>
      <source>&lt;p&gt;Columns: hardware, model, n_devices, tp, weight_precision, engine, isl, osl, concurrency_or_batch, batch_kind (max_concurrency or static_batch), and what was measured: tpot_ms_median, ttft_ms_median, throughput_out_tok_s, e2e_latency_s, energy_J_per_out_token. Of these a file needs hardware, model and one measurement.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Spalten: hardware, model, n_devices, tp, weight_precision, engine, isl, osl, concurrency_or_batch, batch_kind (max_concurrency oder static_batch) und was gemessen wurde: tpot_ms_median, ttft_ms_median, throughput_out_tok_s, e2e_latency_s, energy_J_per_out_token. Davon braucht eine Datei hardware, model und eine Messung.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>an unexpected fault ended it</source>
      <translation>ein unerwarteter Fehler brach es ab</translation>
    </message>
    <message>
      <source>The simulation failed; the closed form stands alone.</source>
      <translation>Die Simulation ist gescheitert; es bleibt die geschlossene Form.</translation>
    </message>
    <message>
      <source>No other scenario is open</source>
      <translation>Kein anderes Szenario ist offen</translation>
    </message>
    <message>
      <source>Close this message</source>
      <translation>Diese Meldung schließen</translation>
    </message>
    <message>
      <source>Draw the week</source>
      <translation>Woche zeichnen</translation>
    </message>
    <message>
      <source>Paste the week</source>
      <translation>Woche einfügen</translation>
    </message>
    <message>
      <source>Make every day alike</source>
      <translation>Jeden Tag gleich machen</translation>
    </message>
    <message>
      <source>Take the peak as given</source>
      <translation>Spitze wie angegeben nehmen</translation>
    </message>
    <message>
      <source>Pasted shape</source>
      <translation>Eingefügte Form</translation>
    </message>
    <message>
      <source>Ask for another probability</source>
      <translation>Nach anderer Wahrscheinlichkeit fragen</translation>
    </message>
    <message>
      <source>Count the model's own error</source>
      <translation>Eigenen Fehler des Modells mitzählen</translation>
    </message>
    <message>
      <source>Choose where doubt comes from</source>
      <translation>Herkunft der Ungewissheit wählen</translation>
    </message>
    <message>
      <source>Close own benchmark</source>
      <translation>Eigenen Benchmark schließen</translation>
    </message>
    <message>
      <source>Choose a CSV file of measured points</source>
      <translation>CSV-Datei mit Messpunkten wählen</translation>
    </message>
    <message>
      <source>Take these factors into the scenario's inputs</source>
      <translation>Diese Faktoren in die Eingaben des Szenarios übernehmen</translation>
    </message>
    <message>
      <source>Set the factors back to one</source>
      <translation>Faktoren auf eins zurücksetzen</translation>
    </message>
    <message>
      <source>Forget the file</source>
      <translation>Datei vergessen</translation>
    </message>
    <message>
      <source>Without the correction:</source>
      <translation>Ohne die Korrektur:</translation>
    </message>
    <message>
      <source>No point kept apart tells how honest the band is.</source>
      <translation>Kein beiseitegelegter Punkt sagt, wie ehrlich das Band ist.</translation>
    </message>
    <message>
      <source>Tokens are bought: the machines are another's</source>
      <translation>Token sind gekauft: die Maschinen gehören anderen</translation>
    </message>
    <message>
      <source>nothing beats it in both</source>
      <translation>nichts schlägt ihn in beidem</translation>
    </message>
    <message>
      <source>no other holds the limits</source>
      <translation>kein anderer hält die Grenzen ein</translation>
    </message>
    <message>
      <source>nobody holds the limits here</source>
      <translation>niemand hält hier die Grenzen ein</translation>
    </message>
    <message>
      <source>your benchmark</source>
      <translation>eigener Benchmark</translation>
    </message>
    <message>
      <source>all parts</source>
      <translation>alle Teile</translation>
    </message>
    <message>
      <source>other engine</source>
      <translation>andere Engine</translation>
    </message>
    <message>
      <source>no service in any supply</source>
      <translation>keine Bedienung bei irgendeinem Bezug</translation>
    </message>
    <message>
      <source>never earned back</source>
      <translation>nie wieder verdient</translation>
    </message>
    <message>
      <source>Cheapest single changes, cost after</source>
      <translation>Günstigste einzelne Änderungen, Kosten danach</translation>
    </message>
    <message>
      <source>revenue, first year = 1</source>
      <translation>Umsatz, erstes Jahr = 1</translation>
    </message>
    <message>
      <source>Show baseline</source>
      <translation>Basis zeigen</translation>
    </message>
    <message>
      <source>Hide baseline</source>
      <translation>Basis verbergen</translation>
    </message>
    <message>
      <source>Change scale of time</source>
      <translation>Zeitskala ändern</translation>
    </message>
  </context>
</TS>
