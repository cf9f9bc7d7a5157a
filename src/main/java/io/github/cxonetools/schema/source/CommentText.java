package io.github.cxonetools.schema.source;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.ErroneousTree;
import com.sun.source.doctree.IndexTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.SystemPropertyTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.UnknownInlineTagTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes plain text of a comment's tree: tags and elements become what they show, blocks become lines of their own. */
final class CommentText extends SimpleDocTreeVisitor<@Nullable Void, @Nullable Void> {

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "br",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "pre",
            "table",
            "tr",
            "div",
            "blockquote",
            "h1",
            "h2",
            "h3",
            "h4",
            "hr");

    private static final Pattern PACKAGE = Pattern.compile("\\b(?:\\p{javaLowerCase}\\w*\\.)+(?=\\p{javaUpperCase})");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern BREAKS = Pattern.compile(" ?\\n[ \\n]*");

    private final DocTrees trees;
    private final StringBuilder text = new StringBuilder();
    private boolean keepsLines;

    private CommentText(DocTrees trees) {
        this.trees = trees;
    }

    static String of(List<? extends DocTree> nodes, DocTrees trees) {
        CommentText visitor = new CommentText(trees);
        visitor.all(nodes);
        String single = BLANKS.matcher(visitor.text).replaceAll(" ");
        return BREAKS.matcher(single).replaceAll("\n").strip();
    }

    private void all(List<? extends DocTree> nodes) {
        nodes.forEach(node -> node.accept(this, null));
    }

    private @Nullable Void add(String words) {
        text.append(keepsLines ? words : words.replaceAll("\\s", " "));
        return null;
    }

    @Override
    public @Nullable Void visitText(TextTree node, @Nullable Void nothing) {
        return add(node.getBody());
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree node, @Nullable Void nothing) {
        return add(node.getBody().getBody());
    }

    @Override
    public @Nullable Void visitLink(LinkTree node, @Nullable Void nothing) {
        if (node.getLabel().isEmpty()) {
            return add(shown(node.getReference().getSignature()));
        }
        all(node.getLabel());
        return null;
    }

    /** {@code com.example.Order#total} as {@code Order.total}. */
    private static String shown(String signature) {
        String simple = PACKAGE.matcher(signature).replaceAll("");
        return simple.replaceFirst("^#", "").replace('#', '.');
    }

    @Override
    public @Nullable Void visitEntity(EntityTree node, @Nullable Void nothing) {
        String characters = trees.getCharacters(node);
        return add(characters == null ? node.toString() : characters.replace('\u00A0', ' '));
    }

    @Override
    public @Nullable Void visitStartElement(StartElementTree node, @Nullable Void nothing) {
        String name = node.getName().toString().toLowerCase(Locale.ROOT);
        keepsLines |= name.equals("pre");
        text.append(name.equals("li") ? "\n- " : BLOCKS.contains(name) ? "\n" : name.equals("td") ? " " : "");
        return null;
    }

    @Override
    public @Nullable Void visitEndElement(EndElementTree node, @Nullable Void nothing) {
        String name = node.getName().toString().toLowerCase(Locale.ROOT);
        keepsLines &= !name.equals("pre");
        text.append(BLOCKS.contains(name) ? "\n" : "");
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree node, @Nullable Void nothing) {
        all(node.getDescription());
        return null;
    }

    @Override
    public @Nullable Void visitSummary(SummaryTree node, @Nullable Void nothing) {
        all(node.getSummary());
        return null;
    }

    @Override
    public @Nullable Void visitIndex(IndexTree node, @Nullable Void nothing) {
        return add(node.getSearchTerm().toString());
    }

    @Override
    public @Nullable Void visitSystemProperty(SystemPropertyTree node, @Nullable Void nothing) {
        return add(node.getPropertyName().toString());
    }

    /** Its value is in code that is not compiled here. */
    @Override
    public @Nullable Void visitValue(ValueTree node, @Nullable Void nothing) {
        return node.getReference() == null
                ? null
                : add(shown(node.getReference().getSignature()));
    }

    @Override
    public @Nullable Void visitUnknownInlineTag(UnknownInlineTagTree node, @Nullable Void nothing) {
        all(node.getContent());
        return null;
    }

    @Override
    public @Nullable Void visitErroneous(ErroneousTree node, @Nullable Void nothing) {
        return add(node.getBody());
    }
}
