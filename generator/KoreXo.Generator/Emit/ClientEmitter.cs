using KoreXo.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>The client: one method for each operation.</summary>
internal static class ClientEmitter
{
    public static SourceText Emit(EmitContext context)
    {
        var writer = SourceFile.Begin(context.Document.Namespace);
        var summary = context.Document.Description.Trim().Length == 0 ? context.Document.Title : context.Document.Description;
        writer.Summary(summary, $"The operations of {context.Document.Stem}.");
        EmitRemarks(writer, context.Document);
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Block($"{context.Document.Accessibility} partial class {context.Document.ClientName} : global::KoreXo.ApiClient"))
        {
            EmitConstructors(writer, context);
            foreach (var operation in context.Document.Operations)
            {
                MethodEmitter.Emit(writer, operation, context);
                writer.Gap();
                if (operation.Job is { } job)
                {
                    MethodEmitter.EmitResume(writer, operation, job, context);
                    writer.Gap();
                }
            }
        }

        return writer.ToSourceText();
    }

    private static void EmitRemarks(SourceWriter writer, DocumentModel document)
    {
        if (document.Servers.Count == 0)
        {
            writer.Tag("remarks", "Thread-safe; make one and share it.");
            return;
        }

        writer.Line("/// <remarks>");
        writer.Tag("para", "Thread-safe; make one and share it.");
        writer.Tag("para", $"The document names as endpoint: {string.Join(", ", document.Servers)}");
        writer.Line("/// </remarks>");
    }

    private static void EmitConstructors(SourceWriter writer, EmitContext context)
    {
        var name = context.Document.ClientName;
        var api = $"{context.Document.Stem}Operations.Api";
        writer.Line($$"""
            /// <summary>Makes a client that reaches nothing; for mocks, which override what they need.</summary>
            protected {{name}}()
            {
            }

            /// <summary>Makes a client with connections of its own.</summary>
            /// <param name="options">Where the service is and with which credentials it is called. Read once: later changes have no effect.</param>
            /// <exception cref="global::System.ArgumentException">An option is missing or wrong.</exception>
            public {{name}}(global::KoreXo.KoreXoClientOptions options)
                : this(new global::KoreXo.Runtime.ApiConnection(options))
            {
            }

            /// <summary>Makes a client on an <see cref="global::System.Net.Http.HttpClient"/> of the caller's, whose settings are left as they are.</summary>
            /// <param name="options">Where the service is and with which credentials it is called. Read once: later changes have no effect.</param>
            /// <param name="httpClient">What sends the requests; not disposed by the client.</param>
            /// <exception cref="global::System.ArgumentException">An option is missing or wrong.</exception>
            public {{name}}(global::KoreXo.KoreXoClientOptions options, global::System.Net.Http.HttpClient httpClient)
                : this(new global::KoreXo.Runtime.ApiConnection(options, httpClient))
            {
            }

            internal {{name}}(global::KoreXo.Runtime.ApiConnection connection)
                : base(connection, {{api}})
            {
            }
            """);
        writer.Gap();
    }
}
