package io.github.cxonetools.schema.source;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/**
 * Reads the comments of a source file with the JDK's own compiler, which only parses it: no class is resolved, no annotation
 * processor runs, and errors are the business of whoever compiles.
 */
final class CommentParser implements AutoCloseable {

    private final JavaCompiler compiler;
    private final StandardJavaFileManager files;

    CommentParser(JavaCompiler compiler) {
        this.compiler = compiler;
        this.files = compiler.getStandardFileManager(problem -> {}, Locale.ROOT, StandardCharsets.UTF_8);
    }

    FileComments parse(String source) throws IOException {
        JavacTask task = (JavacTask) compiler.getTask(
                Writer.nullWriter(), files, problem -> {}, List.of("-proc:none"), null, List.of(new Source(source)));
        FileComments comments = new FileComments();
        for (CompilationUnitTree unit : task.parse()) {
            Reading reading = new Reading(DocTrees.instance(task), comments);
            for (Tree type : unit.getTypeDecls()) {
                if (type instanceof ClassTree declared) {
                    reading.read("", declared, new TreePath(new TreePath(unit), declared));
                }
            }
        }
        return comments;
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            // It opened nothing.
        }
    }

    private record Reading(DocTrees trees, FileComments comments) {

        void read(String outer, ClassTree type, TreePath path) {
            String name = outer + type.getSimpleName();
            comments.addClass(name, comment(path));
            for (Tree member : type.getMembers()) {
                TreePath at = new TreePath(path, member);
                if (member instanceof ClassTree nested) {
                    read(name + ".", nested, at);
                } else if (member instanceof VariableTree field) {
                    if (!field.getModifiers().getFlags().contains(Modifier.STATIC)) {
                        comments.addField(name, field.getName().toString(), comment(at));
                    }
                } else if (member instanceof MethodTree method) {
                    comments.addMethod(name, method.getName().toString(), method(method, at));
                }
            }
        }

        private FileComments.MethodComment method(MethodTree method, TreePath path) {
            return new FileComments.MethodComment(
                    method.getParameters().stream()
                            .map(p -> simple(p.getType()))
                            .toList(),
                    method.getParameters().stream()
                            .map(p -> p.getName().toString())
                            .toList(),
                    comment(path));
        }

        /** A type as {@link Class#getSimpleName()} has it; of a type variable its name. */
        private static String simple(@Nullable Tree type) {
            if (type instanceof ParameterizedTypeTree generic) {
                return simple(generic.getType());
            }
            if (type instanceof ArrayTypeTree array) {
                return simple(array.getType()) + "[]";
            }
            if (type instanceof AnnotatedTypeTree annotated) {
                return simple(annotated.getUnderlyingType());
            }
            return type instanceof MemberSelectTree selected
                    ? selected.getIdentifier().toString()
                    : String.valueOf(type);
        }

        private Comment comment(TreePath path) {
            DocCommentTree tree = trees.getDocCommentTree(path);
            if (tree == null || isMarkdown(tree)) {
                return Comment.NONE;
            }
            Map<String, String> parameters = new HashMap<>();
            String result = "";
            for (DocTree tag : tree.getBlockTags()) {
                if (tag instanceof ParamTree parameter && !parameter.isTypeParameter()) {
                    parameters.putIfAbsent(
                            parameter.getName().toString(), CommentText.of(parameter.getDescription(), trees));
                } else if (tag instanceof ReturnTree returned) {
                    result = CommentText.of(returned.getDescription(), trees);
                }
            }
            return new Comment(CommentText.of(tree.getFullBody(), trees), parameters, result);
        }

        /** Of lines that begin with three slashes, which compilers before JDK 23 do not know: a contract must not depend on which one reads it. */
        private static boolean isMarkdown(DocCommentTree tree) {
            return tree.getFullBody().stream()
                            .anyMatch(node -> node.getKind().name().equals("MARKDOWN"))
                    || tree.getBlockTags().stream()
                            .anyMatch(tag -> tag instanceof ParamTree parameter
                                    && parameter.getDescription().stream()
                                            .anyMatch(node ->
                                                    node.getKind().name().equals("MARKDOWN")));
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
