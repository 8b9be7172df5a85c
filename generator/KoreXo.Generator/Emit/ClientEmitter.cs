using KoreXo.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>The client: one method for each operation.</summary>
internal static class ClientEmitter
{
    public static SourceText Emit(DocumentModel document)
    {
        var writer = SourceFile.Begin(document.Namespace);
        var summary = document.Description.Trim().Length == 0 ? document.Title : document.Description;
        writer.Summary(summary, $"The operations of {document.Stem}.");
        writer.Tag("remarks", "Thread-safe; make one and share it.");
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Block($"{document.Accessibility} partial class {document.ClientName} : global::KoreXo.ApiClient"))
        {
            EmitConstructors(writer, document);
            foreach (var operation in document.Operations)
            {
                MethodEmitter.Emit(writer, operation, document);
                writer.Gap();
                if (operation.Job is { } job)
                {
                    MethodEmitter.EmitResume(writer, operation, job, document);
                    writer.Gap();
                }
            }
        }

        return writer.ToSourceText();
    }

    private static void EmitConstructors(SourceWriter writer, DocumentModel document)
    {
        var name = document.ClientName;
        var api = $"{document.Stem}Operations.Api";
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
