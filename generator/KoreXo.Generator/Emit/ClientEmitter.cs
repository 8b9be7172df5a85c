using KoreXo.Generator.Model;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the client, with one method for each operation.</summary>
internal static class ClientEmitter
{
    public static SourceText Emit(EmitContext context)
    {
        var writer = SourceFile.Begin(context.Document.Namespace, context.CancellationToken);
        var summary = context.Document.Description.Trim().Length == 0 ? context.Document.Title : context.Document.Description;
        writer.Summary(summary, $"The operations of {context.Document.Stem}.");
        EmitRemarks(writer, context.Document);
        writer.Line(SourceFile.GeneratedCode);
        using (writer.Block($"{context.Document.Accessibility} partial class {context.Document.ClientName} : global::KoreXo.ApiClient"))
        {
            EmitConstructors(writer, context.Document.ClientName, context);
            foreach (var group in context.Document.Groups)
            {
                EmitPart(writer, group, context);
                writer.Gap();
            }

            EmitMethods(writer, group: null, context);
        }

        foreach (var group in context.Document.Groups)
        {
            writer.Gap();
            writer.Summary(group.Description, $"The operations of {context.Document.Stem} that are tagged {group.Name}.");
            writer.Tag("remarks", $"Thread-safe; <see cref=\"{context.Document.ClientName}.{group.Name}\"/> returns the one of a client.");
            writer.Line(SourceFile.GeneratedCode);
            using (writer.Block($"{context.Document.Accessibility} partial class {group.ClientName} : global::KoreXo.ApiClient"))
            {
                EmitConstructors(writer, group.ClientName, context);
                EmitMethods(writer, group.ClientName, context);
            }
        }

        return writer.ToSourceText();
    }

    private static void EmitMethods(SourceWriter writer, string? group, EmitContext context)
    {
        foreach (var operation in context.Document.Operations.Where(operation => operation.Group == group))
        {
            foreach (var form in operation.All)
            {
                MethodEmitter.Emit(writer, form, context);
                writer.Gap();
            }

            if (operation.Job is { } job)
            {
                MethodEmitter.EmitResume(writer, operation, job, context);
                writer.Gap();
            }
        }
    }

    private static void EmitPart(SourceWriter writer, GroupModel group, EmitContext context)
    {
        var type = TypeText.Qualified(group.ClientName, context);
        var field = Naming.CSharpName.Field(group.Name + "Part");
        writer.Line($"private {type}? {field};");
        writer.Gap();
        writer.Summary(group.Description, $"Gets the operations that are tagged {group.Name}.");
        writer.Line($"public virtual {type} {group.Name} => Part(ref {field}, static connection => new {type}(connection));");
    }

    private static void EmitRemarks(SourceWriter writer, DocumentModel document)
    {
        if (document.Servers.Count == 0)
        {
            writer.Tag("remarks", "Thread-safe; create one and share it.");
            return;
        }

        writer.Line("/// <remarks>");
        writer.Tag("para", "Thread-safe; create one and share it.");
        writer.Tag("para", $"Endpoints in the document: {string.Join(", ", document.Servers)}");
        writer.Line("/// </remarks>");
    }

    private static void EmitConstructors(SourceWriter writer, string name, EmitContext context)
    {
        var api = $"{context.Document.Stem}Operations.Api";
        const string connection = "global::KoreXo.Runtime.ApiConnection";
        const string options = """
            /// <param name="options">Where the service is and with which credentials it is called. Read once: later changes have no effect.</param>
            """;
        writer.Line(
            $$"""
            /// <summary>Initializes a new instance for mocking.</summary>
            protected {{name}}()
            {
            }

            /// <summary>Initializes a new instance of the <see cref="{{name}}"/> class with connections of its own, which are closed with it.</summary>
            {{options}}
            /// <exception cref="global::System.ArgumentException">An option is missing or invalid.</exception>
            public {{name}}(global::KoreXo.KoreXoClientOptions options)
                : base(new {{connection}}(options), {{api}}, ownsConnection: true)
            {
            }

            /// <summary>Initializes a new instance of the <see cref="{{name}}"/> class over an <see cref="global::System.Net.Http.HttpClient"/>.</summary>
            {{options}}
            /// <param name="httpClient">Sends the requests; used as it is, and not disposed by the client. Its handler must not follow redirects (<c>AllowAutoRedirect = false</c>): .NET takes headers with a credential, other than Authorization, along to any host. A call that was redirected to another origin fails, but only after that, and one that was redirected back in the end is not noticed. With a handler instead of an <see cref="global::System.Net.Http.HttpClient"/>, redirects are turned off.</param>
            /// <exception cref="global::System.ArgumentException">An option is missing or invalid.</exception>
            public {{name}}(global::KoreXo.KoreXoClientOptions options, global::System.Net.Http.HttpClient httpClient)
                : base(new {{connection}}(options, httpClient), {{api}}, ownsConnection: true)
            {
            }

            /// <summary>Initializes a new instance of the <see cref="{{name}}"/> class over a handler, for proxies, certificates and handlers of your own. The credential is only sent to the endpoint's origin.</summary>
            {{options}}
            /// <param name="handler">Sends the requests; not disposed by the client. Automatic redirects are turned off on a <see cref="global::System.Net.Http.SocketsHttpHandler"/> or <see cref="global::System.Net.Http.HttpClientHandler"/>, also at the end of a chain.</param>
            /// <exception cref="global::System.ArgumentException">An option is missing or invalid, or the handler follows redirects and has been used, so that this cannot be turned off.</exception>
            public {{name}}(global::KoreXo.KoreXoClientOptions options, global::System.Net.Http.HttpMessageHandler handler)
                : base(new {{connection}}(options, handler), {{api}}, ownsConnection: true)
            {
            }

            internal {{name}}({{connection}} connection, bool ownsConnection = false)
                : base(connection, {{api}}, ownsConnection)
            {
            }
            """
        );
        writer.Gap();
    }
}
