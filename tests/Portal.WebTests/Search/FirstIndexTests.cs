using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zukunftswerkstatt.Portal.WebTests.Harness;
using Zukunftswerkstatt.Search;

namespace Zukunftswerkstatt.Portal.WebTests.Search;

/// <summary>Readers who come while the very first search index is being made are told so.</summary>
public sealed class FirstIndexTests
{
    private static readonly string[] _paths = ["/suche?q=dorf", "/erfolgsfaktoren", "/impressum", "/en"];

    [Fact]
    public async Task Pages_say_that_the_search_is_being_set_up_and_are_not_kept()
    {
        await using var portal = new PortalWithSlowIndex();
        await portal.InitializeAsync();

        foreach (var path in _paths)
        {
            var words = path.StartsWith("/en", StringComparison.Ordinal) ? "setting up its search" : "richtet gerade seine Suche ein";
            var page = await portal.Reader.GetPageAsync(path);
            Assert.Contains(words, page.QuerySelector("main .notice")?.TextContent ?? "", StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("main .state-page"));
        }

        portal.FinishIndex();
        await portal.CatchUpAsync();
        foreach (var path in _paths)
        {
            var page = await portal.Reader.GetPageAsync(path);
            Assert.Null(page.QuerySelector("main .notice"));
        }
    }

    /// <summary>Its first index is finished when a test says so.</summary>
    private sealed class PortalWithSlowIndex() : PortalFactory(sampleContent: false)
    {
        private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ValueTask InitializeAsync()
        {
            Start();
            return ValueTask.CompletedTask;
        }

        public void FinishIndex() => _finish.TrySetResult();

        public override async ValueTask DisposeAsync()
        {
            FinishIndex();
            await base.DisposeAsync();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton<ISearchDocumentSource>(new SlowSource(_finish.Task)));
        }
    }

    private sealed class SlowSource(Task finished) : ISearchDocumentSource
    {
        public Task<IReadOnlyList<SearchDocument>> DocumentsAsync(IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<SearchDocument>>([]);

        public Task<IReadOnlyCollection<string>> AffectedAsync(IReadOnlyCollection<string> changedItemIds, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyCollection<string>>([]);

        public async IAsyncEnumerable<IEnumerable<SearchDocument>> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await finished.WaitAsync(cancellationToken);
            yield break;
        }
    }
}
