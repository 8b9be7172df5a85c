using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>The registration of a document's client with dependency injection.</summary>
internal static class RegistrationEmitter
{
    public static SourceText Emit(EmitContext context)
    {
        var writer = SourceFile.Begin("Microsoft.Extensions.DependencyInjection", context.CancellationToken);
        var name = context.Document.ClientName;
        var client = TypeText.Qualified(name, context);
        var collection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
        var builder = "global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";
        const string options = "global::KoreXo.KoreXoClientOptions";
        var api = $"static () => {TypeText.Qualified($"{context.Document.Stem}Operations", context)}.Api";
        var create = $"static connection => new {client}(connection, ownsConnection: true)";
        var groups = context.Document.Groups;
        var begin = groups.Count == 0 ? "" : "AddGroups(";
        string end(string key) => groups.Count == 0 ? "" : $", {key})";
        using (
            writer.Block(
                $"""
                /// <summary>Registers <see cref="{client}"/>.</summary>
                {SourceFile.GeneratedCode}
                {context.Document.Accessibility} static class {context.Document.Namespace.Replace(".", "").Replace(
                    "@",
                    ""
                )}{name}ServiceCollectionExtensions
                """
            )
        )
        {
            foreach (
                var (configure, sets) in new[]
                {
                    ($"global::System.Action<{options}>", "Sets the options. They are checked when the host starts."),
                    (
                        $"global::System.Action<global::System.IServiceProvider, {options}>",
                        "Sets the options, with the services of the application at hand. They are checked when the host starts."
                    ),
                }
            )
            {
                writer.Line(
                    $$"""
                    /// <summary>Registers the client as a singleton.</summary>
                    /// <param name="services">The services.</param>
                    /// <param name="configure">{{sets}}</param>
                    /// <returns>The builder of the client's named <see cref="global::System.Net.Http.HttpClient"/>, for handlers, proxies and certificates.</returns>
                    /// <exception cref="global::System.InvalidOperationException">The client is registered already.</exception>
                    public static {{builder}} Add{{name}}(this {{collection}} services, {{configure}} configure) =>
                        {{begin}}global::KoreXo.Runtime.ClientRegistration.Add(services, null, {{api}}, configure, {{create}}){{end(
                        "null"
                    )}};

                    /// <summary>Registers a named client as a keyed singleton; two names share nothing.</summary>
                    /// <param name="services">The services.</param>
                    /// <param name="name">The key to resolve the client by.</param>
                    /// <param name="configure">{{sets}}</param>
                    /// <returns>The builder of the client's named <see cref="global::System.Net.Http.HttpClient"/>, for handlers, proxies and certificates.</returns>
                    /// <exception cref="global::System.InvalidOperationException">A client with this name is registered already.</exception>
                    public static {{builder}} Add{{name}}(this {{collection}} services, string name, {{configure}} configure) =>
                        {{begin}}global::KoreXo.Runtime.ClientRegistration.Add(services, name, {{api}}, configure, {{create}}){{end(
                        "name"
                    )}};
                    """
                );
                writer.Gap();
            }

            const string section = "global::Microsoft.Extensions.Configuration.IConfigurationSection";
            const string more = $"global::System.Action<global::System.IServiceProvider, {options}>? configure = null";
            writer.Line(
                $$"""
                /// <summary>Registers the client as a singleton whose options are in configuration.</summary>
                /// <param name="services">The services.</param>
                /// <param name="section">The section with the settings. Unknown names are logged as a warning; what cannot be read fails the start of the host.</param>
                /// <param name="configure">Sets, after that, what configuration cannot, such as a secret from a vault.</param>
                /// <returns>The builder of the client's named <see cref="global::System.Net.Http.HttpClient"/>, for handlers, proxies and certificates.</returns>
                /// <exception cref="global::System.InvalidOperationException">The client is registered already.</exception>
                public static {{builder}} Add{{name}}(this {{collection}} services, {{section}} section, {{more}}) =>
                    {{begin}}global::KoreXo.Runtime.ClientRegistration.Add(services, null, {{api}}, section, configure, {{create}}){{end(
                    "null"
                )}};

                /// <summary>Registers a named client as a keyed singleton whose options are in configuration; two names share nothing.</summary>
                /// <param name="services">The services.</param>
                /// <param name="name">The key to resolve the client by.</param>
                /// <param name="section">The section with the settings. Unknown names are logged as a warning; what cannot be read fails the start of the host.</param>
                /// <param name="configure">Sets, after that, what configuration cannot, such as a secret from a vault.</param>
                /// <returns>The builder of the client's named <see cref="global::System.Net.Http.HttpClient"/>, for handlers, proxies and certificates.</returns>
                /// <exception cref="global::System.InvalidOperationException">A client with this name is registered already.</exception>
                public static {{builder}} Add{{name}}(this {{collection}} services, string name, {{section}} section, {{more}}) =>
                    {{begin}}global::KoreXo.Runtime.ClientRegistration.Add(services, name, {{api}}, section, configure, {{create}}){{end(
                    "name"
                )}};
                """
            );
            EmitGroups(writer, builder, client, context);
        }

        return writer.ToSourceText();
    }

    /// <summary>Writes the method that registers the clients of the groups, which share the connection of the document's client.</summary>
    private static void EmitGroups(SourceWriter writer, string builder, string client, EmitContext context)
    {
        if (context.Document.Groups.Count == 0)
        {
            return;
        }

        writer.Gap();
        using (writer.Block($"private static {builder} AddGroups({builder} builder, string? name)"))
        {
            foreach (var group in context.Document.Groups)
            {
                writer.Line(
                    $"global::KoreXo.Runtime.ClientRegistration.AddPart<{client}, {TypeText.Qualified(group.ClientName, context)}>(builder.Services, name, static client => client.{group.Name});"
                );
            }

            writer.Line("return builder;");
        }
    }
}
