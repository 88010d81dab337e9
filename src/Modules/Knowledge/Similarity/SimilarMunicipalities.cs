using Zukunftswerkstatt.Regions;

namespace Zukunftswerkstatt.Knowledge;

/// <summary>Keeps the matrix of the present register; made by the first who asks after an import.</summary>
public sealed class SimilarMunicipalities
{
    private readonly IRegionRegister _register;
    private readonly Lock _building = new();
    private volatile MunicipalityMatrix? _matrix;

    internal SimilarMunicipalities(IRegionRegister register) => _register = register;

    /// <summary>The matrix of the register now. Take it once per request.</summary>
    public MunicipalityMatrix Current
    {
        get
        {
            var register = _register.Current;
            if (_matrix is { } known && ReferenceEquals(known.Register, register))
            {
                return known;
            }

            lock (_building)
            {
                return _matrix is { } built && ReferenceEquals(built.Register, register) ? built : _matrix = MunicipalityMatrix.Build(register);
            }
        }
    }
}
