using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Emit;

/// <summary>Emits the registration of a document's client with dependency injection.</summary>
internal static class RegistrationEmitter
{
    private const string Collection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string Builder = "global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";
    private const string Options = "global::KoreXo.KoreXoClientOptions";

    public static SourceText Emit(EmitContext context)
    {
        var writer = SourceFile.Begin("Microsoft.Extensions.DependencyInjection", context.CancellationToken);
        var name = context.Document.ClientName;
        var client = TypeText.Qualified(name, context);
        var api = $"static () => {TypeText.Qualified($"{context.Document.Stem}Operations", context)}.Api";
        var create = $"static connection => new {client}(connection, ownsConnection: true)";
        var names = new Names(context.Document.Registration, api, create, HasGroups: context.Document.Groups.Count > 0);
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
            EmitActions(writer, names);
            EmitSections(writer, names);
            EmitGroups(writer, client, context);
        }

        return writer.ToSourceText();
    }

    private static void EmitActions(SourceWriter writer, Names names)
    {
        foreach (
            var (configure, sets) in new[]
            {
                ($"global::System.Action<{Options}>", "Sets the options. They are checked when the host starts."),
                (
                    $"global::System.Action<global::System.IServiceProvider, {Options}>",
                    "Sets the options, with access to the application's services. They are checked when the host starts."
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
                public static {{Builder}} {{names.Method}}(this {{Collection}} services, {{configure}} configure) =>
                    {{names.Begin}}global::KoreXo.Runtime.ClientRegistration.Add(services, null, {{names.Api}}, configure, {{names.Create}}){{names.End(
                    "null"
                )}};

                /// <summary>Registers a named client as a keyed singleton; two names share nothing.</summary>
                /// <param name="services">The services.</param>
                /// <param name="name">The key to resolve the client by.</param>
                /// <param name="configure">{{sets}}</param>
                /// <returns>The builder of the client's named <see cref="global::System.Net.Http.HttpClient"/>, for handlers, proxies and certificates.</returns>
                /// <exception cref="global::System.InvalidOperationException">A client with this name is registered already.</exception>
                public static {{Builder}} {{names.Method}}(this {{Collection}} services, string name, {{configure}} configure) =>
                    {{names.Begin}}global::KoreXo.Runtime.ClientRegistration.Add(services, name, {{names.Api}}, configure, {{names.Create}}){{names.End(
                    "name"
                )}};
                """
            );
            writer.Gap();
        }
    }

    private static void EmitSections(SourceWriter writer, Names names)
    {
        const string section = "global::Microsoft.Extensions.Configuration.IConfigurationSection";
        const string more = $"global::System.Action<global::System.IServiceProvider, {Options}>? configure = null";
        writer.Line(
            $$"""
            /// <summary>Registers the client as a singleton whose options are in configuration.</summary>
            /// <param name="services">The services.</param>
            /// <param name="section">The section with the settings. Unknown names are logged as a warning; what cannot be read fails the start of the host.</param>
            /// <param name="configure">Then sets what configuration cannot, such as a secret from a vault.</param>
            /// <returns>The builder of the client's named <see cref="global::System.Net.Http.HttpClient"/>, for handlers, proxies and certificates.</returns>
            /// <exception cref="global::System.InvalidOperationException">The client is registered already.</exception>
            public static {{Builder}} {{names.Method}}(this {{Collection}} services, {{section}} section, {{more}}) =>
                {{names.Begin}}global::KoreXo.Runtime.ClientRegistration.Add(services, null, {{names.Api}}, section, configure, {{names.Create}}){{names.End(
                "null"
            )}};

            /// <summary>Registers a named client as a keyed singleton whose options are in configuration; two names share nothing.</summary>
            /// <param name="services">The services.</param>
            /// <param name="name">The key to resolve the client by.</param>
            /// <param name="section">The section with the settings. Unknown names are logged as a warning; what cannot be read fails the start of the host.</param>
            /// <param name="configure">Then sets what configuration cannot, such as a secret from a vault.</param>
            /// <returns>The builder of the client's named <see cref="global::System.Net.Http.HttpClient"/>, for handlers, proxies and certificates.</returns>
            /// <exception cref="global::System.InvalidOperationException">A client with this name is registered already.</exception>
            public static {{Builder}} {{names.Method}}(this {{Collection}} services, string name, {{section}} section, {{more}}) =>
                {{names.Begin}}global::KoreXo.Runtime.ClientRegistration.Add(services, name, {{names.Api}}, section, configure, {{names.Create}}){{names.End(
                "name"
            )}};
            """
        );
    }

    /// <summary>Writes the method that registers the clients of the groups, which share the connection of the document's client.</summary>
    private static void EmitGroups(SourceWriter writer, string client, EmitContext context)
    {
        if (context.Document.Groups.Count == 0)
        {
            return;
        }

        writer.Gap();
        using (writer.Block($"private static {Builder} AddGroups({Builder} builder, string? name)"))
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

    /// <summary>What the methods have in common.</summary>
    private sealed record Names(string Method, string Api, string Create, bool HasGroups)
    {
        public string Begin => HasGroups ? "AddGroups(" : "";

        public string End(string key) => HasGroups ? $", {key})" : "";
    }
}
