import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.tokenattributes.*;
import org.apache.lucene.document.*;
import org.apache.lucene.facet.*;
import org.apache.lucene.facet.sortedset.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.FSDirectory;

/**
 * Lucene 8 over the documents and queries that Portal.Benchmarks writes (JavaDocuments, JavaQuery), with their terms as they are.
 * <code>index FOLDER FILE…</code> makes an index, a thread for each file. <code>search FOLDER QUERIES</code> answers commands on standard input.
 */
public class LuceneEngine {
    private static final int HITS = 20;
    private static final Set<String> SHOWN = Set.of("id", "payload");

    public static void main(String[] args) throws Exception {
        if (args[0].equals("index")) {
            index(Path.of(args[1]), Arrays.copyOfRange(args, 2, args.length));
        } else {
            new LuceneEngine(args[1], args[2]).answer();
        }
    }

    // Index.

    private static void index(Path folder, String[] files) throws Exception {
        var policy = new TieredMergePolicy();
        policy.setSegmentsPerTier(5);
        policy.setMaxMergeAtOnce(5);
        var config = new IndexWriterConfig(new KeywordAnalyzer()).setRAMBufferSizeMB(192).setMergePolicy(policy).setUseCompoundFile(false);
        var pool = Executors.newFixedThreadPool(files.length);
        try (var directory = FSDirectory.open(folder); var writer = new IndexWriter(directory, config)) {
            var jobs = new ArrayList<Future<?>>();
            for (var file : files) {
                jobs.add(pool.submit(() -> { add(writer, file); return null; }));
            }
            for (var job : jobs) {
                job.get();
            }
            // As the portal does it: what has not been merged by now is merged at the next change.
            writer.commit();
            writer.rollback();
        }
        pool.shutdown();
    }

    private static void add(IndexWriter writer, String file) throws IOException {
        var facets = new FacetsConfig();
        for (var facet = 0; facet < 40; facet++) {
            facets.setMultiValued(String.valueOf((char) ('0' + facet)), true);
        }
        var terms = new HashMap<String, Terms>();
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(new FileInputStream(file), 1 << 16), StandardCharsets.UTF_8), 1 << 16)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var cells = line.split("\t", -1);
                var document = new Document();
                document.add(new StringField("id", cells[0], Field.Store.YES));
                document.add(new StoredField("payload", cells[1]));
                document.add(new StoredField("texts", cells[2]));
                for (var facet : cells[3].split("\\|")) {
                    document.add(new SortedSetDocValuesFacetField(facet.substring(0, 1), facet.substring(2)));
                }
                for (var i = 4; i < cells.length; i++) {
                    var field = cells[i].substring(0, 2);
                    var stream = terms.computeIfAbsent(field, name -> new Terms());
                    stream.text = cells[i];
                    document.add(new Field(field, stream, field.startsWith("s") ? WITH_POSITIONS : WITHOUT_POSITIONS));
                }
                writer.addDocument(facets.build(document));
            }
        }
    }

    private static final FieldType WITH_POSITIONS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType WITHOUT_POSITIONS = type(IndexOptions.DOCS_AND_FREQS);

    private static FieldType type(IndexOptions options) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    /** Terms as they stand in the file: each behind a sign that says how far it is from the one before. */
    private static final class Terms extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
        private String text;
        private int at;

        @Override
        public void reset() {
            at = 2;
        }

        @Override
        public boolean incrementToken() {
            if (at >= text.length()) {
                return false;
            }
            clearAttributes();
            var sign = text.charAt(at);
            var end = at + 1;
            while (end < text.length() && sign(text.charAt(end)) < 0) {
                end++;
            }
            term.append(text, at + 1, end);
            position.setPositionIncrement(sign(sign));
            at = end;
            return true;
        }

        private static int sign(char c) {
            return c == ' ' ? 1 : c == '|' ? 0 : c == '/' ? 100 : -1;
        }
    }

    // Search.

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<Query> queries = new ArrayList<>();
    private final SortedSetDocValuesReaderState facets;
    private final List<String> dimensions = new ArrayList<>();

    private LuceneEngine(String folder, String file) throws IOException {
        reader = DirectoryReader.open(FSDirectory.open(Path.of(folder)));
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        facets = new DefaultSortedSetDocValuesReaderState(reader);
        for (var dimension : facets.getPrefixToOrdRange().keySet()) {
            dimensions.add(dimension);
        }
        for (var line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) {
            tokens = new ArrayDeque<>(List.of(line.split(" ")));
            queries.add(group());
        }
    }

    private Deque<String> tokens;

    /** Up to the end or a closing bracket. */
    private Query group() {
        var query = new BooleanQuery.Builder();
        while (!tokens.isEmpty() && !tokens.peek().startsWith(")")) {
            var occur = tokens.poll().equals("+") ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD;
            query.add(node(), occur);
        }
        return query.build();
    }

    private Query node() {
        var token = tokens.poll();
        Query query;
        if (token.equals("(")) {
            query = group();
            token = tokens.poll();
        } else {
            var colon = token.indexOf(':');
            var text = token.substring(colon + 1, token.lastIndexOf('^'));
            query = token.startsWith("\"") ? new PhraseQuery(token.substring(1, colon), text.split("/")) : new TermQuery(new Term(token.substring(0, colon), text));
        }
        var weight = Float.parseFloat(token.substring(token.lastIndexOf('^') + 1));
        return weight == 1 ? query : new BoostQuery(query, weight);
    }

    private void answer() throws Exception {
        var input = new BufferedReader(new InputStreamReader(System.in));
        System.out.println("ready " + reader.leaves().size() + " segments");
        for (var line = input.readLine(); line != null; line = input.readLine()) {
            var words = line.split(" ");
            switch (words[0]) {
                case "hits":
                    var hits = new StringJoiner(" ");
                    for (var query : queries) {
                        hits.add(String.valueOf(search(query, "exact")));
                    }
                    System.out.println(hits);
                    break;
                case "run":
                    System.out.println(run(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3])));
                    break;
                default:
                    System.gc();
                    System.out.println((Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000);
            }
        }
    }

    /** All queries so many times in random order; nanoseconds as a whole, then of every query. */
    private String run(String how, int threads, int rounds) throws Exception {
        var order = new ArrayList<Query>();
        for (var i = 0; i < rounds; i++) {
            order.addAll(queries);
        }
        Collections.shuffle(order, new Random(rounds));
        var times = new long[order.size()];
        var next = new java.util.concurrent.atomic.AtomicInteger();
        var pool = Executors.newFixedThreadPool(threads);
        var jobs = new ArrayList<Future<?>>();
        var start = System.nanoTime();
        for (var thread = 0; thread < threads; thread++) {
            jobs.add(pool.submit(() -> {
                for (var i = next.getAndIncrement(); i < times.length; i = next.getAndIncrement()) {
                    var begin = System.nanoTime();
                    search(order.get(i), how);
                    times[i] = System.nanoTime() - begin;
                }
                return null;
            }));
        }
        for (var job : jobs) {
            job.get();
        }
        var all = System.nanoTime() - start;
        pool.shutdown();
        Arrays.sort(times);
        return all + " " + times.length + " " + times[times.length / 2] + " " + times[(int) Math.ceil(times.length * 0.99) - 1];
    }

    /** The best hits with id and payload; with "exact" all hits are counted, with "about" no more than Lucene's default of a thousand, with "facets" by every facet besides. */
    private long search(Query query, String how) throws IOException {
        var top = TopScoreDocCollector.create(HITS, how.equals("about") ? 1000 : Integer.MAX_VALUE);
        if (how.equals("facets")) {
            var collector = new FacetsCollector();
            searcher.search(query, MultiCollector.wrap(top, collector));
            var counts = new SortedSetDocValuesFacetCounts(facets, collector);
            for (var dimension : dimensions) {
                counts.getTopChildren(50, dimension);
            }
        } else {
            searcher.search(query, top);
        }
        var found = top.topDocs();
        var length = 0;
        for (var hit : found.scoreDocs) {
            length += searcher.doc(hit.doc, SHOWN).get("payload").length();
        }
        return length < 0 ? -1 : found.totalHits.value;
    }
}
