import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Ranks documents (id, title, text; tab-separated) for queries (id, text) with Lucene's GermanAnalyzer and BM25 over two fields; prints query and document ids. */
public class LuceneGerman {
    public static void main(String[] args) throws Exception {
        var analyzer = new GermanAnalyzer();
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (var line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
                var cells = line.split("\t", -1);
                var document = new Document();
                document.add(new StringField("id", cells[0], Field.Store.YES));
                document.add(new TextField("title", cells[1], Field.Store.NO));
                document.add(new TextField("text", cells[2], Field.Store.NO));
                writer.addDocument(document);
            }
        }
        var searcher = new IndexSearcher(DirectoryReader.open(directory));
        var builder = new QueryBuilder(analyzer);
        for (var line : Files.readAllLines(Path.of(args[1]), StandardCharsets.UTF_8)) {
            var cells = line.split("\t", -1);
            var query = new BooleanQuery.Builder();
            for (var field : new String[] {"title", "text"}) {
                var part = builder.createBooleanQuery(field, cells[1]);
                if (part != null) {
                    query.add(field.equals("title") ? new BoostQuery(part, 2) : part, BooleanClause.Occur.SHOULD);
                }
            }
            for (var hit : searcher.search(query.build(), 100).scoreDocs) {
                System.out.println(cells[0] + "\t" + searcher.doc(hit.doc).get("id"));
            }
        }
    }
}
